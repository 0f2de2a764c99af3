import { useTranslations } from 'use-intl';
import { SIZES } from '../../../view/capacity.ts';
import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { CapacityPanel } from '../../panels/capacity/capacity-panel.tsx';
import { useNameOf } from '../../panels/use-name-of.ts';
import { useTimeText } from '../../panels/use-time-text.ts';
import { presentRun } from '../../share/open-run.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { cancelTask, startTask, useTasks } from '../../sim/tasks.ts';

/** The widest bar, in pixels. */
const WIDEST = 90;
/** The run that was measured last: of another one the figures say nothing. */
let measuredRun = -1;

/** What each server has answered in this run, and what ensembles of each size carry. */
export const Meters = () => (
  <div className="meters-view">
    <Answered />
    <SizesCarry />
  </div>
);

/** Reads where they were asked; writes where they were asked, too, though all went by the leader. */
const Answered = () => {
  const t = useTranslations('zookeeper.meters');
  const nameOf = useNameOf();
  const frame = useLabFrame<ZooKeeperDetail>();
  const members = (frame?.detail.servers ?? []).flatMap(({ pid, member }) =>
    member === null ? [] : [{ pid, ...member }],
  );
  const most = Math.max(1, ...members.map(({ reads, writes }) => Math.max(reads, writes)));
  const bar = (count: number, byLeader: boolean) => (
    <>
      <span
        className={byLeader ? 'meters-bar by-leader' : 'meters-bar'}
        style={{ width: Math.round((count / most) * WIDEST) }}
      />
      {count}
    </>
  );
  return (
    <section className="meters" aria-label={t('name')}>
      <h3>{t('name')}</h3>
      {members.length === 0 ? (
        <p className="quiet-text">{t('alone')}</p>
      ) : (
        <table className="meters-table">
          <thead>
            <tr>
              <th scope="col">{t('server')}</th>
              <th scope="col">{t('reads')}</th>
              <th scope="col">{t('writes')}</th>
            </tr>
          </thead>
          <tbody>
            {members.map(({ pid, reads, writes }) => (
              <tr key={pid}>
                <th scope="row">{nameOf(pid)}</th>
                <td>{bar(reads, false)}</td>
                <td>{bar(writes, true)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {members.length > 0 && <p className="quiet-text">{t('text')}</p>}
    </section>
  );
};

const SizesCarry = () => {
  const time = useTimeText();
  const { status, progress, result } = useTasks((s) => s.capacity);
  const run = useSim((s) => s.run);
  const isOfThisRun = run === measuredRun;
  const start = async (): Promise<void> => {
    const scenario = await presentRun();
    if (scenario?.model !== 'zookeeper') return;
    measuredRun = run;
    startTask('capacity', { scenario, seed: scenario.seed });
  };
  return (
    <CapacityPanel
      status={isOfThisRun ? status : 'none'}
      measured={isOfThisRun ? (result ?? progress?.measured ?? []) : []}
      total={SIZES}
      time={time}
      onStart={() => void start()}
      onCancel={() => cancelTask('capacity')}
    />
  );
};
