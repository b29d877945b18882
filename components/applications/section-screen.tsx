import { getLocale, getTranslations } from 'next-intl/server';
import { errorSentences } from '@/components/calls/error-sentences';
import type { Attaching } from '@/components/calls/file-control';
import { SectionFields } from '@/components/calls/section-fields';
import { UploadForms } from '@/components/calls/upload-forms';
import { Sending, SubmitButton } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonRow } from '@/components/ui/button';
import { idleState } from '@/components/ui/form-state';
import { saveSectionAction } from '@/lib/applications/actions';
import type { ApplicationFile } from '@/lib/applications/queries';
import { completenessOf } from '@/lib/calls/completeness';
import type { FieldOf, Section } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';
import { withoutWords } from '@/lib/calls/slim';
import type { PersonViewer } from '@/lib/viewer';
import { draftLabels } from './draft-labels';
import { fieldNames } from './field-names';
import { SectionForm } from './section-form';

type Props = {
  viewer: PersonViewer;
  file: ApplicationFile;
  section: Section;
  check: boolean;
  attaching: Attaching;
  /** Why a file posted without scripts was not taken, beside its question. */
  refused?: { field: string; reason: string };
};

/** The screen of a section: where it stands among the others, its questions, two ways on. */
export async function SectionScreen({ viewer, file, section, check, attaching, refused }: Props) {
  const [t, locale, labels] = await Promise.all([getTranslations('applications'), getLocale(), draftLabels()]);
  const { definition } = file.form;
  const { sections, errors } = completenessOf(definition, file.answers, file.opened);
  const own = errors.filter((one) => one.section === section.id);
  const sentences = check ? await errorSentences(definition, own) : {};
  if (refused && t.has(`refusals.${refused.reason}` as 'refusals.file_type')) {
    const field = section.fields.find((one) => one.id === refused.field);
    if (field?.type === 'file') sentences[field.id] = [fileRefusal(t, field, refused.reason)];
  }
  const answers = Object.fromEntries(
    section.fields.filter((one) => Object.hasOwn(file.answers, one.id)).map((one) => [one.id, file.answers[one.id]!]),
  );
  const conditional = /"(show|require)If"/.test(JSON.stringify(section.fields));
  const home = `/my-applications/${file.id}`;
  const title = inLanguage(section.title, locale);
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
        version={file.version}
        who={viewer.id}
        url={`/api/drafts/${file.id}`}
        initialState={
          Object.keys(sentences).length > 0 ? { ...idleState, status: 'error', errors: sentences } : idleState
        }
        live={
          conditional ? { definition: withoutWords(definition), section: section.id, answers: file.answers } : undefined
        }
        labels={labels}
        fieldLabels={fieldNames(section.fields, locale)}
        heading={
          <header className="page-head">
            <div>
              {position > 0 ? (
                <p className="quiet">{t('section.position', { position, total: sections.length })}</p>
              ) : null}
              <h1>{title}</h1>
              {section.help ? <p className="lead">{inLanguage(section.help, locale)}</p> : null}
            </div>
          </header>
        }
      >
        <SectionFields
          definition={definition}
          fields={section.fields}
          answers={file.answers}
          attaching={attaching}
          reader={viewer.id.replace(/\W/g, '').slice(-12)}
        />
        <ButtonRow>
          <SubmitButton name="intent" value="continue">
            {t('section.continue')}
          </SubmitButton>
          <SubmitButton kind="secondary" name="intent" value="back">
            {t('section.back')}
          </SubmitButton>
        </ButtonRow>
        <Sending />
      </SectionForm>
      <UploadForms
        fields={section.fields}
        action={`/api/drafts/${file.id}/files`}
        query={{ locale, section: section.id }}
      />
    </main>
  );
}

function fileRefusal(
  t: Awaited<ReturnType<typeof getTranslations<'applications'>>>,
  field: FieldOf<'file'>,
  reason: string,
): string {
  const types = field.types.map((one) => one.toUpperCase()).join(', ');
  const max = reason === 'file_too_big' ? Math.round(field.maxBytes / 1_000_000) : field.max;
  return t(`refusals.${reason}` as 'refusals.file_type', { types, max } as never);
}
