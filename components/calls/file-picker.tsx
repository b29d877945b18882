'use client';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';

type Props = { url: string; field: string; accept: string; maxBytes: number; labels: Record<string, string> };

/**
 * Chooses a file and sends it beside the form: its own small form (`upload-<field>`, see UploadForms) without scripts,
 * with progress and a second try with them. What is typed around it is untouched.
 */
export function FilePicker({ url, field, accept, maxBytes, labels }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState('');
  const form = `upload-${field}`;

  const send = () => {
    const file = input.current?.files?.[0];
    if (!file) return;
    if (file.size > maxBytes) return setError(labels.tooBig ?? '');
    setError('');
    setProgress(0);
    const request = new XMLHttpRequest();
    request.open('PUT', `${url}&name=${encodeURIComponent(file.name)}`);
    request.upload.onprogress = (event) =>
      setProgress(event.total ? Math.round((100 * event.loaded) / event.total) : 0);
    request.onloadend = () => {
      setProgress(null);
      if (request.status === 201) {
        if (input.current) input.current.value = '';
        router.refresh();
      } else setError(sentence(request.responseText) || (labels.failed ?? ''));
    };
    request.send(file);
  };

  return (
    <div className="file-picker">
      <label className="label" htmlFor={`${form}-file`}>
        {labels.choose}
      </label>
      <input
        ref={input}
        className="control"
        id={`${form}-file`}
        type="file"
        name="file"
        form={form}
        accept={accept}
        aria-describedby={error ? `${form}-error` : undefined}
      />
      <button
        className="btn"
        data-kind="secondary"
        type="submit"
        form={form}
        aria-busy={progress !== null || undefined}
        onClick={(event) => {
          event.preventDefault();
          if (progress === null) send();
        }}
      >
        {error ? labels.retry : labels.send}
      </button>
      {progress === null ? null : (
        <p role="status">
          <progress max={100} value={progress} aria-label={labels.sending} /> {labels.sending} {progress} %
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

function sentence(body: string): string {
  try {
    return String(JSON.parse(body).message ?? '');
  } catch {
    return '';
  }
}
