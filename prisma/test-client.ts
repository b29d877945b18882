import { generateClient } from '@/scripts/client';

/** Tests import the generated client, which is not checked in: make it once before the run. */
export default function setup(): void {
  generateClient();
}
