'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { browserLine, sendFile, wordsBeside } from './send-file';

type Props = {
  /** Where pieces of files go, with the question they answer. */
  url: string;
  field: string;
  locale: string;
  accept: string;
  maxBytes: number;
  /** An upload of this question that stopped on the way, in words, and its address. */
  stopped?: { text: string; address: string };
  labels: Record<string, string>;
};

const SCANNED_MS = 6_000;

/**
 * Chooses a file and sends it beside the form: its own small form (`upload-<field>`, see UploadForms) without scripts,
 * with progress and resumption with them. What is typed around it is untouched.
 */
export function FilePicker({ url, field, locale, accept, maxBytes, stopped, labels }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const flight = useRef<{ abort: AbortController; address: string } | null>(null);
  const router = useRouter();
  const [progress, setProgress] = useState<number | null>(null);
  const [done, setDone] = useState(false);
  const [error, setError] = useState('');
  const form = `upload-${field}`;

  // Folded away, what stopped would not be seen; opened here, it stays open once it has arrived.
  const waits = stopped !== undefined;
  useEffect(() => {
    if (waits) input.current?.closest('details')?.setAttribute('open', '');
  }, [waits]);

  const send = async () => {
    const file = input.current?.files?.[0];
    if (!file) return setError(labels.none ?? '');
    if (file.size > maxBytes) return setError(labels.tooBig ?? '');
    const own = { abort: new AbortController(), address: '' };
    flight.current = own;
    setError('');
    setDone(false);
    setProgress(0);
    const sent = await sendFile(browserLine, {
      file,
      url,
      words: wordsBeside(input.current?.form),
      locale,
      progress: (received) => setProgress(Math.min(100, Math.round((100 * received) / file.size))),
      begun: (address) => {
        own.address = address;
      },
      signal: own.abort.signal,
    });
    flight.current = null;
    setProgress(null);
    if (own.abort.signal.aborted) return;
    if (sent.ok) {
      input.current?.form?.reset();
      setDone(true);
      router.refresh();
      // By then the scan has usually answered.
      setTimeout(() => router.refresh(), SCANNED_MS);
    } else setError(sent.message || (labels.failed ?? ''));
  };
  const giveUp = async (address: string) => {
    flight.current?.abort.abort();
    if (address) await fetch(address, { method: 'DELETE' }).catch(() => undefined);
    router.refresh();
  };

  return (
    <div className="file-picker">
      {stopped && progress === null ? (
        <p className="upload-stopped">
          {stopped.text}{' '}
          <button
            className="btn"
            data-kind="quiet"
            data-size="small"
            type="button"
            onClick={() => void giveUp(stopped.address)}
          >
            {labels.giveUp}
          </button>
        </p>
      ) : null}
      <label className="label" htmlFor={`${form}-file`}>
        {labels.choose}
      </label>
      {labels.help ? (
        <p className="help" id={`${form}-help`}>
          {labels.help}
        </p>
      ) : null}
      <input
        ref={input}
        className="control"
        id={`${form}-file`}
        type="file"
        name="file"
        form={form}
        accept={accept}
        aria-describedby={
          [labels.help && `${form}-help`, error && `${form}-error`].filter(Boolean).join(' ') || undefined
        }
      />
      <button
        className="btn"
        data-kind="secondary"
        type="submit"
        form={form}
        aria-busy={progress !== null || undefined}
        onClick={(event) => {
          event.preventDefault();
          if (progress === null) void send();
        }}
      >
        {error ? labels.retry : labels.send}
      </button>
      <p role="status" className={done && labels.done ? 'quiet' : 'hidden-text'}>
        {progress === null ? (done ? labels.done : '') : labels.sending}
      </p>
      {progress === null ? null : (
        <p className="upload-progress">
          <progress max={100} value={progress} aria-label={labels.sending} /> {labels.sending} {progress} %{' '}
          <button
            className="btn"
            data-kind="quiet"
            data-size="small"
            type="button"
            onClick={() => void giveUp(flight.current?.address ?? '')}
          >
            {labels.giveUp}
          </button>
        </p>
      )}
      {error ? (
        <p className="error" id={`${form}-error`} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}
