import { useTranslations } from 'next-intl';
import { FileStatus } from '@/components/applications/file-status';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { ButtonRow } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Badge, Status } from '@/components/ui/status';
import { Day } from '@/components/ui/time';
import { judgeSimilarAction } from '@/lib/applications/actions/similar';
import type { Similar } from '@/lib/applications/queries/similar';
import { nearness } from '@/lib/applications/similar';

const challengePage = ({ published, challengeSlug }: Similar) =>
  published ? `/challenges/${challengeSlug}` : `/admin/challenges/${challengeSlug}`;

/** Projects that resemble a file, each with where to read it and what one thinks of it. */
export function SimilarList({ similar }: { similar: Similar[] }) {
  return (
    <ul className="m-0 list-none p-0">
      {similar.map((one) => (
        <li key={one.id} className="border-t border-rule py-5">
          <SimilarItem one={one} />
        </li>
      ))}
    </ul>
  );
}

function SimilarItem({ one }: { one: Similar }) {
  const t = useTranslations('similar');
  const own = one.kind === 'challenge' ? challengePage(one) : `/admin/applications/${one.otherId}`;
  const answer = (verdict: 'same' | 'different' | 'undecided', kind: 'secondary' | 'quiet') => (
    <SubmitButton
      name="verdict"
      value={verdict}
      kind={kind}
      size="small"
      aria-label={t('about', { verdict: t(verdict), title: one.title })}
    >
      {t(verdict)}
    </SubmitButton>
  );
  return (
    <article>
      <h2 className="m-0 text-xl">
        <Link href={own}>{one.title}</Link>
      </h2>
      <p className="quiet my-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        <Badge tone={nearness(one.score) === 'near' ? 'time' : 'neutral'}>{t(`nearness.${nearness(one.score)}`)}</Badge>
        <span>
          {t(`kinds.${one.kind}`, { reference: one.reference ?? '' })}, {one.cohort}
        </span>
        <span>{one.organisation}</span>
        {one.state ? <FileStatus state={one.state} /> : null}
      </p>
      {one.excerpt ? <p className="my-2 max-w-3xl break-words">{one.excerpt}</p> : null}
      {one.kind === 'application' && one.challengeSlug ? (
        <p>
          <Link href={challengePage(one)}>{t('seeChallenge')}</Link>
        </p>
      ) : null}
      {one.verdict && one.judgedAt ? (
        <p className="my-2">
          <Status tone={one.verdict === 'same' ? 'info' : 'neutral'}>
            {t.rich(`judged.${one.verdict}`, {
              name: one.judge ?? '',
              date: () => <Day date={one.judgedAt as Date} short />,
            })}
          </Status>
        </p>
      ) : null}
      <ActionForm action={judgeSimilarAction} hidden={{ similarId: one.id }}>
        <ButtonRow>
          {one.verdict ? (
            answer('undecided', 'quiet')
          ) : (
            <>
              {answer('same', 'secondary')}
              {answer('different', 'quiet')}
            </>
          )}
        </ButtonRow>
      </ActionForm>
    </article>
  );
}
