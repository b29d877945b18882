import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/panel';
import { removeMemberAction } from '@/lib/applications/actions';
import type { ApplicationFile } from '@/lib/applications/queries';

/** Co-authors with their right; owners remove, a co-author may leave. */
export function MemberRows({ file, email }: { file: ApplicationFile; email: string }) {
  const t = useTranslations('applications.members');
  if (file.members.length === 0) return <EmptyState title={t('none')} />;
  return (
    <ul className="rows" aria-label={t('title')}>
      {file.members.map((member) => (
        <li key={member.id}>
          <span>
            {member.email}
            <span className="hint">{t(member.right)}</span>
          </span>
          {file.right === 'owner' || member.email === email ? (
            <ActionForm action={removeMemberAction} hidden={{ applicationId: file.id, memberId: member.id }}>
              <SubmitButton kind="quiet" size="small">
                {t(member.email === email ? 'leave' : 'remove')}
                <span className="hidden-text"> {member.email}</span>
              </SubmitButton>
            </ActionForm>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
