import type { StoredFile } from '@/lib/calls/answers';
import type { SheetValue } from '@/lib/calls/sheet';

type Props = { value: SheetValue; none: string; fileHref?: (file: StoredFile) => string };

/** One answer as it is read; what people typed is text, never markup. */
export function SheetValueView({ value, none, fileHref }: Props) {
  switch (value.kind) {
    case 'none':
      return <span className="quiet">{none}</span>;
    case 'text':
      return <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{value.text}</span>;
    case 'link':
      return (
        <a href={value.href} rel="noreferrer nofollow ugc" style={{ overflowWrap: 'anywhere' }}>
          {value.text}
        </a>
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
            <li key={file.id}>{fileHref ? <a href={fileHref(file)}>{file.name}</a> : file.name}</li>
          ))}
        </ul>
      );
    case 'rows':
      return (
        <ol>
          {value.rows.map((row) => (
            <li key={row.key}>
              <strong>{row.title}</strong>
              <dl>
                {row.entries.map((entry) => (
                  <div key={entry.id}>
                    <dt>{entry.label}</dt>
                    <dd>
                      <SheetValueView value={entry.value} none={none} fileHref={fileHref} />
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
