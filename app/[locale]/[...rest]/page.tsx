import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';

export async function generateMetadata() {
  return { title: (await getTranslations('layout.notFound'))('title') };
}

/** Addresses that lead nowhere get our own page, rendered with the request's nonce, in the reader's language. */
export default function NowherePage() {
  notFound();
}
