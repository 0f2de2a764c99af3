import { useTranslations } from 'use-intl';
import type { CapLatency } from '../../../view/cap.ts';
import { CAP_STORES } from '../../../view/cap-setup.ts';
import { useTimeText } from '../../panels/use-time-text.ts';
import { useStores } from './stores.ts';
import './views.css';

type Mean = CapLatency['reads'];

/** A mean as a bar, all bars to one scale, with the longest as a line at its end. */
const Bar = ({ value, longest }: { value: Mean | undefined; longest: number }) => {
  const t = useTranslations('cap.latency');
  const say = useTimeText();
  if (value === undefined) return <span className="i3">{t('notRun')}</span>;
  if (value === null) return <span className="i3">{t('none')}</span>;
  const part = (time: number): string => `${Math.max(1, (100 * time) / Math.max(1, longest))}%`;
  return (
    <span className="cap-bar">
      <span aria-hidden="true">
        <i style={{ width: part(value.most) }} />
        <i className="mean" style={{ width: part(value.mean) }} />
      </span>
      {t('meanMost', { mean: say(value.mean), most: say(value.most) })}
    </span>
  );
};

/** PACELC's other half: what an answer costs in each store while nothing is cut, measured. */
export const LatencyView = () => {
  const t = useTranslations('cap.latency');
  const name = useTranslations('cap.store');
  const { played } = useStores();
  const longest = Math.max(
    0,
    ...played.flatMap(({ latency }) => [latency.reads?.most ?? 0, latency.writes?.most ?? 0]),
  );
  return (
    <section className="cap-view cap-text" aria-label={t('name')}>
      <table className="cap-latency">
        <caption>
          <b>{t('name')}</b> {t('text')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('store')}</th>
            <th scope="col">{t('reads')}</th>
            <th scope="col">{t('writes')}</th>
          </tr>
        </thead>
        <tbody>
          {CAP_STORES.map((store) => {
            const found = played.find((one) => one.store === store);
            return (
              <tr key={store}>
                <th scope="row">{name(store)}</th>
                <td>
                  <Bar value={found?.latency.reads} longest={longest} />
                </td>
                <td>
                  <Bar value={found?.latency.writes} longest={longest} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="i2">{t('says')}</p>
    </section>
  );
};
