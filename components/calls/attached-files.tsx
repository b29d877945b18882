import { useLocale } from 'next-intl';
import { fileSize } from '@/components/ui/file-size';
import type { ScanState } from '@/lib/calls/scan';
import { FileScan } from './file-scan';

export type AttachedFile = { id: string; name: string; size: number; scan: ScanState };
type Props<File> = {
  files: File[];
  href: (file: File) => string;
  /** What may be done with it; nothing when only reading. */
  acts?: (file: File) => React.ReactNode;
};

/** Files received with something: to open unless infected, what is known of each, what may be done. */
export function AttachedFiles<File extends AttachedFile>({ files, href, acts }: Props<File>) {
  const locale = useLocale();
  if (files.length === 0) return null;
  return (
    <ul className="rows">
      {files.map((file) => (
        <li key={file.id}>
          <span className="min-w-0 break-words">
            {file.scan === 'infected' ? (
              file.name
            ) : (
              <a href={href(file)} download>
                {file.name}
              </a>
            )}
            <span className="hint">{fileSize(file.size, locale)}</span>
          </span>
          <span className="flex flex-wrap items-baseline gap-x-4">
            <FileScan state={file.scan} />
            {acts?.(file)}
          </span>
        </li>
      ))}
    </ul>
  );
}
