import { useTranslations } from 'use-intl';
import type { CapDetail } from '../../../view/cap.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useElections } from './healed-view.tsx';
import './views.css';

/** How long nobody could write in the run on screen. */
const ElectionsHere = ({ detail }: { detail: CapDetail }) => {
  const t = useTranslations('cap.statement.election');
  const spans = useElections(detail);
  return (
    <p className="i2">{spans.length === 0 ? t('none') : t('some', { list: spans.join('; ') })}</p>
  );
};

/** What CAP says and does not say, in plain sentences. */
export const StatementView = () => {
  const t = useTranslations('cap.statement');
  const frame = useLabFrame<CapDetail>();
  return (
    <section className="cap-view cap-text" aria-label={t('name')}>
      <div className="cap-statement">
        <section>
          <h4>{t('letters.title')}</h4>
          <dl>
            {(['c', 'a', 'p'] as const).map((letter) => (
              <div key={letter}>
                <dt>{t(`letters.${letter}.name`)}</dt>
                <dd>{t(`letters.${letter}.text`)}</dd>
              </div>
            ))}
          </dl>
        </section>
        {(['wrong', 'ca', 'pacelc', 'zookeeper', 'election'] as const).map((part) => (
          <section key={part}>
            <h4>{t(`${part}.title`)}</h4>
            <p>{t(`${part}.text`)}</p>
            {part === 'election' && frame !== null && <ElectionsHere detail={frame.detail} />}
          </section>
        ))}
      </div>
    </section>
  );
};
