import { rows } from '@/lib/db';

export async function databaseAnswers(): Promise<boolean> {
  try {
    await rows('SELECT 1');
    return true;
  } catch {
    return false;
  }
}
