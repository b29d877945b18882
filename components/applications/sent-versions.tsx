import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Badge } from '@/components/ui/status';
import { Moment } from '@/components/ui/time';
import type { SentVersion } from '@/lib/applications/queries/examined';

/** Every version that was sent, newest first, each compared with the one before at a click. */
export function SentVersions({
  applicationId,
  versions,
  shown,
}: {
  applicationId: string;
  versions: SentVersion[];
  shown: number;
}) {
  const t = useTranslations('intake.versions');
  return (
    <ul className="rows">
      {versions.map((version) => (
        <li key={version.number} className="block">
          <p className="font-semibold">
            {t('number', { number: version.number })}{' '}
            {version.inForce ? <Badge tone="good">{t('inForce')}</Badge> : null}{' '}
            {version.correction ? <Badge tone="info">{t('correction')}</Badge> : null}
          </p>
          <p className="quiet">
            {version.by}, <Moment date={version.receivedAt} />
          </p>
          <p className="quiet wrap-anywhere">{t('digest', { digest: version.digest.slice(0, 16) })}</p>
          {version.number > 1 && version.number !== shown ? (
            <Link href={`/admin/applications/${applicationId}/history?to=${version.number}`}>
              {t('compare', { number: version.number - 1 })}
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
