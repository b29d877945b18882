import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Link } from '@/components/ui/link';
import { Select } from '@/components/ui/select';
import { Status } from '@/components/ui/status';
import { giveFileAction, takeFileBackAction } from '@/lib/jury/actions/coordinator';
import type { FileReaders, SeatRow } from '@/lib/jury/queries/assignment';

type Props = { stageId: string; files: FileReaders[]; seats: SeatRow[]; blocked: Map<string, string[]> };

/** File by file: who reads it, who may be added (those with a tie are listed with it and cannot be chosen). */
export function AssignmentBoard({ stageId, files, seats, blocked }: Props) {
  const t = useTranslations('jury');
  const active = seats.filter(({ state }) => state === 'accepted' || state === 'invited');
  return (
    <section aria-labelledby="by-file">
      <h2 id="by-file">{t('assign.byFile')}</h2>
      <ul className="rows">
        {files.map((file) => {
          const taken = new Set(file.readers.map(({ jurorId }) => jurorId));
          return (
            <li key={file.id} id={`file-${file.id}`} className="block">
              <h3>{file.title}</h3>
              <p className="hint">{[file.reference, file.organisation].filter(Boolean).join(' · ')}</p>
              {file.readers.length === 0 ? <p>{t('assign.nobody')}</p> : null}
              <ul className="m-0 list-none p-0">
                {file.readers.map((reader) => (
                  <li key={reader.jurorId} className="flex flex-wrap items-center gap-x-4">
                    <span>{reader.name}</span>
                    {reader.sent ? <Status tone="good">{t('my.states.sent')}</Status> : null}
                    {reader.conflict ? (
                      <Status tone="bad">
                        {t('assign.blocked', { kinds: t(`kinds.${reader.conflict}` as 'kinds.other') })}
                      </Status>
                    ) : null}
                    {reader.sent ? null : (
                      <Link href={`/admin/jury/${stageId}/paper/${reader.assignmentId}`}>
                        {t('paper.link')}
                        <span className="hidden-text"> : {`${reader.name}, ${file.title}`}</span>
                      </Link>
                    )}
                    {reader.sent ? null : (
                      <ActionForm
                        action={takeFileBackAction}
                        hidden={{ stageId, applicationId: file.id, jurorId: reader.jurorId }}
                      >
                        <SubmitButton kind="quiet" size="small">
                          {t('assign.takeBack')}
                          <span className="hidden-text"> : {`${reader.name}, ${file.title}`}</span>
                        </SubmitButton>
                      </ActionForm>
                    )}
                  </li>
                ))}
              </ul>
              <ActionForm
                action={giveFileAction}
                hidden={{ stageId, applicationId: file.id }}
                className="mt-3 flex flex-wrap items-end gap-x-4 gap-y-3 [&>.field]:w-80 [&>.field]:max-w-full"
              >
                <Select
                  id={`juror-${file.id}`}
                  name="jurorId"
                  label={t('assign.add')}
                  placeholder={t('assign.choose')}
                  options={active
                    .filter(({ personId }) => !taken.has(personId))
                    .map((seat) => {
                      const ties = blocked.get(`${seat.personId} ${file.id}`);
                      const why = ties?.map((kind) => t(`kinds.${kind}` as 'kinds.other')).join(', ');
                      const load = t('assign.load', { count: seat.given });
                      return {
                        value: seat.personId,
                        label: why ? `${seat.name} – ${t('assign.blocked', { kinds: why })}` : `${seat.name} – ${load}`,
                        disabled: Boolean(why),
                      };
                    })}
                />
                <SubmitButton kind="secondary" className="btn">
                  {t('assign.give')}
                  <span className="hidden-text"> : {file.title}</span>
                </SubmitButton>
              </ActionForm>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
