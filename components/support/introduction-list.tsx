import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Link } from '@/components/ui/link';
import { Day } from '@/components/ui/time';
import { answerIntroductionAction } from '@/lib/support/actions/challenge';
import type { IntroductionRow } from '@/lib/support/queries/people';

/** Requests received and sent; an address appears only once the answer is yes. */
export function IntroductionList({ title, rows }: { title: string; rows: IntroductionRow[] }) {
  const t = useTranslations('support.introductions');
  return (
    <section className="mt-6">
      <h2>{title}</h2>
      {rows.length === 0 ? <p className="quiet mt-2">{t('none')}</p> : null}
      <ul className="rows">
        {rows.map((one) => (
          <li key={one.id}>
            <div>
              <p>
                <Link href={`/people/${one.slug}`}>{one.name}</Link>
                {one.challenge ? `, ${one.challenge}` : ''}, <Day date={one.createdAt} short />
              </p>
              <p className="whitespace-pre-line">{one.message}</p>
              {!one.mine && !one.answeredAt ? (
                <div className="mt-3 flex flex-wrap gap-3">
                  {(['yes', 'no'] as const).map((agreed) => (
                    <ActionForm key={agreed} action={answerIntroductionAction} hidden={{ id: one.id, agreed }}>
                      <SubmitButton kind={agreed === 'yes' ? 'primary' : 'secondary'}>
                        {agreed === 'yes' ? t('agree') : t('decline')}
                      </SubmitButton>
                    </ActionForm>
                  ))}
                </div>
              ) : null}
            </div>
            <span className="quiet">
              {one.answeredAt ? (one.agreed ? t('agreed', { email: one.email ?? '' }) : t('declined')) : t('waiting')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
