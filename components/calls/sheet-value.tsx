import { ExternalLink } from '@/components/ui/link';
import type { StoredFile } from '@/lib/calls/answers';
import type { ScanState } from '@/lib/calls/scan';
import type { SheetValue } from '@/lib/calls/sheet';
import { FileScan } from './file-scan';

type Shown = {
  none: string;
  fileHref?: (file: StoredFile) => string | undefined;
  scans?: Record<string, ScanState>;
};

/** One answer as it is read; what people typed is text, never markup. */
export function SheetValueView({ value, ...shown }: { value: SheetValue } & Shown) {
  switch (value.kind) {
    case 'none':
      return <span className="quiet">{shown.none}</span>;
    case 'text':
      return <span className="answer-text">{value.text}</span>;
    case 'link':
      return (
        <span className="answer-text">
          <ExternalLink href={value.href}>{value.text}</ExternalLink>
        </span>
      );
    case 'list':
      return (
        <ul>
          {value.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'files':
      return (
        <ul>
          {value.files.map((file) => (
            <li key={file.id}>
              <FileView file={file} {...shown} />
            </li>
          ))}
        </ul>
      );
    case 'rows':
      return (
        <ol className="answer-rows">
          {value.rows.map((row) => (
            <li key={row.key}>
              <strong>{row.title}</strong>
              <dl>
                {row.entries.map((entry) => (
                  <div key={entry.id}>
                    <dt>{entry.label}</dt>
                    <dd>
                      <SheetValueView value={entry.value} {...shown} />
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ol>
      );
  }
}

function FileView({ file, fileHref, scans }: { file: StoredFile } & Shown) {
  const href = fileHref?.(file);
  const scan = scans?.[file.id];
  return (
    <>
      {href ? (
        <a className="link" href={href} download>
          {file.name}
        </a>
      ) : (
        file.name
      )}
      {scan ? (
        <>
          {' '}
          <FileScan state={scan} />
        </>
      ) : null}
    </>
  );
}
