import { useFormatter, useTranslations } from 'use-intl';
import type { CapDetail, CapSideMeter } from '../../../view/cap.ts';
import { OutcomeMarks } from './outcome-marks.tsx';
import { partingCut } from './sides.ts';

const NOBODY: ReadonlySet<number> = new Set();
/** More boxes than these are only counted. */
const MOST_BOXES = 12;

/** What the meters of a side say, request by request. */
const Answered = ({ name, meter }: { name: string; meter: CapSideMeter }) => {
  const t = useTranslations('cap.meters');
  const { issued, answered, reads, writes } = meter;
  const part = (one: { readonly issued: number; readonly answered: number }): string =>
    `${one.answered}/${one.issued}`;
  return (
    <div title={t('parts', { reads: part(reads), writes: part(writes) })}>
      <dt>{name}</dt>
      <dd>
        {issued <= MOST_BOXES && (
          <span className="cap-boxes" aria-hidden="true">
            {Array.from({ length: issued }, (_, i) => (
              <i key={i} className={i < answered ? 'full' : ''} />
            ))}
          </span>
        )}
        <b>{t('answered', { answered: String(answered), issued: String(issued) })}</b>
      </dd>
    </div>
  );
};

/** Availability of both sides, staleness, and what was lost. */
export const Meters = ({ detail }: { detail: CapDetail }) => {
  const t = useTranslations('cap.meters');
  const format = useFormatter();
  const { meters, requests } = detail;
  const { all, lost, divergence } = meters;
  const reads = requests.filter(({ kind, outcome, side }) =>
    partingCut(detail.cuts) === undefined
      ? kind !== 'write' && outcome === 'ok'
      : kind !== 'write' && outcome === 'ok' && side !== 'whole',
  );
  return (
    <dl className="cap-meters" aria-label={t('name')}>
      <Answered name={t('minority')} meter={meters.minority} />
      <Answered name={t('majority')} meter={meters.majority} />
      <div>
        <dt>{t('stale')}</dt>
        <dd>
          {reads.length > 0 && <OutcomeMarks requests={reads} notRun={false} unguessed={NOBODY} />}
          <b>
            {all.reads.answered === 0
              ? t('staleNone')
              : t('staleText', {
                  most: String(all.mostStale),
                  mean: format.number(all.meanStale, { maximumFractionDigits: 1 }),
                })}
          </b>
        </dd>
      </div>
      <div>
        <dt>{t('lost')}</dt>
        <dd>
          <b className={lost > 0 ? 'w-violation' : undefined}>{String(lost)}</b>
        </dd>
        <dt>{t('divergence')}</dt>
        <dd>
          <b>{String(divergence)}</b>
        </dd>
      </div>
    </dl>
  );
};
