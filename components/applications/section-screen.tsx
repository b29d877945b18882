import { getLocale, getTranslations } from 'next-intl/server';
import { errorSentences } from '@/components/calls/error-sentences';
import { SectionFields } from '@/components/calls/section-fields';
import { UploadForms } from '@/components/calls/upload-forms';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonRow } from '@/components/ui/button';
import { idleState } from '@/components/ui/form-state';
import { saveSectionAction } from '@/lib/applications/actions';
import type { ApplicationFile } from '@/lib/applications/queries';
import { completenessOf } from '@/lib/calls/completeness';
import type { Section } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';
import { withoutWords } from '@/lib/calls/slim';
import { draftLabels } from './draft-labels';
import { SectionForm } from './section-form';

type Props = { file: ApplicationFile; section: Section; check: boolean; refused?: string };

/** The screen of a section: where it stands among the others, its questions, two ways on. */
export async function SectionScreen({ file, section, check }: Props) {
  const [t, locale, labels] = await Promise.all([getTranslations('applications'), getLocale(), draftLabels()]);
  const { definition } = file.form;
  const { sections, errors } = completenessOf(definition, file.answers, file.opened);
  const own = errors.filter((one) => one.section === section.id);
  const sentences = check ? await errorSentences(definition, own) : {};
  const answers = Object.fromEntries(
    section.fields.filter((one) => Object.hasOwn(file.answers, one.id)).map((one) => [one.id, file.answers[one.id]!]),
  );
  const conditional = JSON.stringify(section.fields).includes('"showIf"');
  const home = `/my-applications/${file.id}`;
  const title = inLanguage(section.title, locale);
  const upload = `/api/drafts/${file.id}/files`;
  const position = sections.findIndex((one) => one.id === section.id) + 1;
  return (
    <main id="main" className="page" data-width="narrow" tabIndex={-1}>
      <Breadcrumbs
        items={[
          { label: t('list.title'), href: '/my-applications' },
          { label: file.title || t('untitled'), href: home },
          { label: title },
        ]}
      />
      <SectionForm
        action={saveSectionAction}
        hidden={{ applicationId: file.id, section: section.id }}
        base={answers}
        url={`/api/drafts/${file.id}`}
        initialState={own.length > 0 && check ? { ...idleState, status: 'error', errors: sentences } : idleState}
        live={
          conditional ? { definition: withoutWords(definition), section: section.id, answers: file.answers } : undefined
        }
        labels={labels}
        fieldLabels={Object.fromEntries(section.fields.map((one) => [one.id, inLanguage(one.label, locale)]))}
        heading={
          <header className="page-head">
            {position > 0 ? (
              <p className="quiet">{t('section.position', { position, total: sections.length })}</p>
            ) : null}
            <h1>{title}</h1>
            {section.help ? <p className="lead">{inLanguage(section.help, locale)}</p> : null}
          </header>
        }
      >
        <SectionFields definition={definition} fields={section.fields} answers={file.answers} upload={upload} />
        <ButtonRow>
          <button className="btn" type="submit" name="intent" value="continue">
            {t('section.continue')}
          </button>
          <button className="btn" data-kind="secondary" type="submit" name="intent" value="back">
            {t('section.back')}
          </button>
        </ButtonRow>
      </SectionForm>
      <UploadForms fields={section.fields} action={upload} locale={locale} section={section.id} />
    </main>
  );
}
