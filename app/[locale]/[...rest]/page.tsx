import { notFound } from 'next/navigation';

/** Addresses that lead nowhere get our own page, rendered with the request's nonce, in the reader's language. */
export default function NowherePage() {
  notFound();
}
