import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type ArchiveReport, type LeftOut, MOST_NAMED } from '@/lib/applications/archive-report';
import { dossierPdf } from '@/lib/applications/dossier-pdf';
import { entryName, freeEntry } from '@/lib/applications/entry-names';
import type { ExportWords } from '@/lib/applications/exports';
import type { Attachment, Dossier } from '@/lib/applications/queries/dossiers';
import { READABLE_BY_OTHERS } from '@/lib/calls/scan';
import { inLanguage } from '@/lib/calls/shape';
import { openStored } from '@/lib/storage';

/** Words of an archive beside those of an export. */
export type ZipWords = ExportWords & { attachments: string; leftOut: string; why: (why: LeftOut['why']) => string };

const readable = (one: Attachment): one is Attachment & { storageKey: string } =>
  one.storageKey !== null && (READABLE_BY_OTHERS as readonly string[]).includes(one.scan);

/** An archive written as it is read: an entry is opened when its turn comes, so ten thousand files hold no memory. */
export class FilesZip {
  readonly report: ArchiveReport = { files: 0, attachments: 0, left: 0, named: [] };
  private readonly zip = new ZipFile();
  private readonly taken = new Set<string>();

  constructor(private readonly words: ZipWords) {}

  /** What is written so far, to be piped at once; an entry that fails makes it fail. */
  get output(): Readable {
    const output = this.zip.outputStream as Readable;
    this.zip.on('error', (error) => output.destroy(error as Error));
    return output;
  }

  /** A file's folder: its answers as a PDF, its attachments that may be read, a note on the others. Waits for its turn. */
  async addDossier(file: Dossier): Promise<void> {
    const name = file.reference ?? file.id;
    const folder = freeEntry(entryName(`${name} ${file.title}`, file.id), this.taken);
    const pdf = dossierPdf(file, this.words);
    this.report.files += 1;
    await this.add(`${folder}/${entryName(`${name}.pdf`)}`, () => Readable.from([pdf]));
    const left: LeftOut[] = [];
    for (const one of file.attachments) {
      if (!readable(one)) {
        left.push({
          file: name,
          name: one.name,
          why: one.scan === 'safe' || one.scan === 'unscanned' ? 'missing' : one.scan,
        });
        continue;
      }
      const question = entryName(inLanguage(one.question, this.words.locale));
      await this.add(`${folder}/${entryName(this.words.attachments)}/${question}/${entryName(one.name)}`, () =>
        openStored(one.storageKey),
      );
      this.report.attachments += 1;
    }
    if (left.length === 0) return;
    this.report.left += left.length;
    this.report.named.push(...left.slice(0, MOST_NAMED - this.report.named.length));
    const note = left.map(({ name: lost, why }) => `${lost} : ${this.words.why(why)}`).join('\r\n');
    await this.add(`${folder}/${entryName(`${this.words.leftOut}.txt`)}`, () => Readable.from([`\uFEFF${note}\r\n`]));
  }

  /** One entry more; resolves when it begins to be written, which is when all before it are. */
  add(path: string, open: () => Readable): Promise<void> {
    return new Promise((resolve) => {
      this.zip.addReadStreamLazy(freeEntry(path, this.taken), (done) => {
        const stream = open();
        // yazl listens to the archive, not to what it reads: a file that vanished must not hang it.
        stream.on('error', (error) => this.zip.emit('error', error));
        done(null, stream);
        resolve();
      });
    });
  }

  end(): void {
    this.zip.end();
  }
}
