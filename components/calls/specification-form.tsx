import { getLocale, getTranslations } from 'next-intl/server';
import { currentViewer } from '@/lib/auth/session';
import type { CallPage } from '@/lib/calls/queries';
import { specificationState } from '@/lib/calls/queries/specification';
import { FileScan } from './file-scan';

const REASONS = ['no_document', 'document_too_big', 'document_type'] as const;

/** The specification of a call as a document: the one there, and sending another. A plain form, streamed. */
export async function SpecificationForm({ call, refused }: { call: CallPage; refused?: string | string[] }) {
  const [t, locale, viewer] = await Promise.all([getTranslations('calls'), getLocale(), currentViewer()]);
  const there = await specificationState(viewer, call.slug);
  const reason = REASONS.find((one) => one === refused);
  return (
    <section aria-labelledby="specification" className="mt-12">
      <h2 id="specification">{t('specification.title')}</h2>
      <p className="my-3">{t('specification.text')}</p>
      {there ? (
        <p className="my-3">
          <a className="link" href={`/api/calls/${call.slug}/specification`}>
            {there.name}
          </a>{' '}
          <FileScan state={there.scan} />
        </p>
      ) : null}
      <form
        method="post"
        encType="multipart/form-data"
        action={`/api/calls/${call.slug}/specification?locale=${locale}`}
        className="file-picker"
      >
        <label className="label" htmlFor="document">
          {t(there ? 'specification.replace' : 'specification.choose')}
        </label>
        {reason ? (
          <p className="error" id="document-error" role="alert">
            {t(`refusals.${reason}`, { max: 20 })}
          </p>
        ) : null}
        <input
          className="control"
          id="document"
          type="file"
          name="document"
          accept=".pdf,.odt,.docx"
          aria-describedby={reason ? 'document-error' : undefined}
        />
        <button className="btn" data-kind="secondary" type="submit">
          {t('specification.send')}
        </button>
      </form>
    </section>
  );
}
