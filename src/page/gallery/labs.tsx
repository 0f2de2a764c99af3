import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { FREE_LABS } from './free-labs.ts';
import type { FreeLab } from './free-labs.ts';
import { Picture } from './picture.tsx';
import type { Sought } from './search.ts';

interface LabEntry extends Sought {
  readonly id: FreeLab;
}

/** The labs that there are, in the reader's language. */
export const useFreeLabs = (): readonly LabEntry[] => {
  const t = useTranslations('gallery.lab');
  return FREE_LABS.map(({ id, terms }) => ({
    id,
    title: t(`${id}.name`),
    line: t(`${id}.text`),
    terms,
  }));
};

export const Labs = ({ labs }: { labs: readonly LabEntry[] }) => {
  const t = useTranslations('gallery');
  return (
    <section className="band">
      <header>
        <h2>{t('labs')}</h2>
        <p>{t('noScript')}</p>
      </header>
      <ul className="three">
        {labs.map(({ id, title, line }) => (
          <li key={id}>
            <Link className="wide-card" href={`/lab/${id}`}>
              <Picture of="labs" id={id} />
              <span>
                <b>{title}</b>
                <span>{line}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="labs-more">
        {t('logs.text')} <Link href="/lab/logs">{t('logs.open')}</Link>
      </p>
    </section>
  );
};
