import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

/** The way to the logs of real servers, on the same stage. */
export const OpenLogs = () => {
  const t = useTranslations('gallery.logs');
  return (
    <p className="quiet-text">
      {t('text')} <Link href="/lab/logs">{t('open')}</Link>
    </p>
  );
};
