import localFont from 'next/font/local';

// Self-hosted from npm, Latin subset. Only the upright text face is preloaded (34 KB); the others load when used.
const atkinson = localFont({
  src: '../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  variable: '--font-atkinson',
  weight: '200 800',
  style: 'normal',
  display: 'swap',
});

const atkinsonItalic = localFont({
  src: '../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2',
  variable: '--font-atkinson-italic',
  weight: '200 800',
  style: 'italic',
  display: 'swap',
  preload: false,
});

const sourceSerif = localFont({
  src: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  variable: '--font-source-serif',
  weight: '200 900',
  style: 'normal',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
  preload: false,
});

/** For the class of <html>. */
export const fontClasses = `${atkinson.variable} ${atkinsonItalic.variable} ${sourceSerif.variable}`;
