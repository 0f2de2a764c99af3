import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { Picture } from './picture.tsx';

/** The free labs in order; those not built yet are shown, but lead nowhere. */
const LABS = [
  { id: 'election', open: true },
  { id: 'zookeeper', open: true },
  { id: 'paxos', open: true },
  { id: 'byzantine', open: false },
  { id: 'cap', open: false },
  { id: 'recipes', open: false },
] as const;

export const Labs = () => {
  const t = useTranslations('gallery');
  return (
    <section className="labs">
      <h2>{t('labs')}</h2>
      <ul className="six">
        {LABS.map(({ id, open }) => (
          <li key={id}>
            {open ? (
              <Link className="lab-card" href={`/lab/${id}`}>
                <Picture of="labs" id={id} />
                <b>{t(`lab.${id}.name`)}</b>
                <span>{t(`lab.${id}.text`)}</span>
              </Link>
            ) : (
              <div className="lab-card lab-coming">
                <span className="picture" />
                <b>{t(`lab.${id}.name`)}</b>
                <span>{t(`lab.${id}.text`)}</span>
                <i>{t('coming')}</i>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
