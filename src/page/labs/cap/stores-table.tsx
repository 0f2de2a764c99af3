import { useTranslations } from 'use-intl';
import type { CapDetail, CapRequestView } from '../../../view/cap.ts';
import { CAP_STORES } from '../../../view/cap-setup.ts';
import type { StoreOutcome } from '../../../view/stores.ts';
import { Button } from '../../widgets/button.tsx';
import { Progress } from '../../widgets/progress.tsx';
import { OutcomeMarks } from './outcome-marks.tsx';
import { callOf, columnsOf } from './sides.ts';
import type { Columns } from './sides.ts';
import { showStore } from './stores.ts';
import type { StoresPlayed } from './stores.ts';

interface StoresTableProps {
  detail: CapDetail;
  /** The store on the stage, as far as it has come. */
  shown: StoreOutcome;
  stores: StoresPlayed;
  unguessed: ReadonlySet<number>;
  /** Of other stores. */
  untold: ReadonlySet<number>;
}

/** The same requests in five stores: a row each, request by request. */
export const StoresTable = ({ detail, shown, stores, unguessed, untold }: StoresTableProps) => {
  const t = useTranslations('cap.panel');
  const name = useTranslations('cap.store');
  const columns = columnsOf(detail.requests, detail.cuts);
  return (
    <>
      <table className="cap-stores">
        <caption className="vh">{t('name')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('store')}</th>
            {columns.map((one) => (
              <th scope="col" key={one.column}>
                {t(one.column)}
                <ColumnSpan column={one} detail={detail} />
              </th>
            ))}
            <th scope="col" className="cap-verdict">
              {t('linearizable')}
            </th>
          </tr>
        </thead>
        <tbody>
          {CAP_STORES.map((store) => {
            const here = store === detail.store;
            const outcome = here ? shown : stores.played.find((one) => one.store === store);
            return (
              <tr key={store} className={here ? 'here' : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="cap-store"
                    aria-pressed={here}
                    title={t(here ? 'shown' : 'show', { store: name(store) })}
                    onClick={() => (here ? undefined : void showStore(store))}
                  >
                    {name(store)}
                  </button>
                </th>
                {columns.map(({ column, requests }) => (
                  <td key={column}>
                    <OutcomeMarks
                      requests={outcome === undefined ? requests : among(outcome, requests)}
                      notRun={outcome === undefined}
                      unguessed={here ? unguessed : untold}
                    />
                  </td>
                ))}
                <td className="cap-verdict">
                  <Verdict outcome={outcome} hidden={(here ? unguessed : untold).size > 0} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Playing stores={stores} />
    </>
  );
};

/** The same requests, as another store has dealt with them. */
const among = (
  { requests }: StoreOutcome,
  those: readonly CapRequestView[],
): readonly CapRequestView[] =>
  those.flatMap(({ number }) => requests.find((one) => one.number === number) ?? []);

/** Whose requests a column has, and when they were called. */
const ColumnSpan = ({ column, detail }: { column: Columns; detail: CapDetail }) => {
  const t = useTranslations('cap.panel');
  const { requests } = column;
  const clients = new Set(requests.map(({ client }) => client));
  const names = detail.clients.filter(({ pid }) => clients.has(pid)).map(({ name }) => name);
  const calls = requests.flatMap((one) => callOf(one) ?? []);
  const seconds = (time: number): string => String(Math.round((time - detail.zero) / 1e5) / 10);
  if (names.length === 0 || calls.length === 0) return null;
  const [from, to] = [Math.min(...calls), Math.max(...calls)].map(seconds);
  const values = { names: names.join(', '), from: from ?? '', to: to ?? '' };
  return <small>{from === to ? t('one', values) : t('span', values)}</small>;
};

const Verdict = ({ outcome, hidden }: { outcome: StoreOutcome | undefined; hidden: boolean }) => {
  const t = useTranslations('cap.panel');
  if (outcome === undefined) return <span className="i3">{t('notRun')}</span>;
  const holds = outcome.verdicts.find(({ check }) => check === 'linearizable')?.holds ?? null;
  if (holds === null || hidden) return <span className="i3">{t('unknown')}</span>;
  return <b className={holds ? 'w-leading' : 'w-violation'}>{t(holds ? 'yes' : 'no')}</b>;
};

/** How far the other stores are; they can be played again, or given up. */
const Playing = ({ stores }: { stores: StoresPlayed }) => {
  const t = useTranslations('cap.panel');
  const { status, played, start, cancel } = stores;
  if (status === 'running') {
    return (
      <div className="row cap-playing">
        <Progress
          label={t('running')}
          value={played.length}
          max={CAP_STORES.length}
          text={t('runningText', {
            done: String(played.length),
            total: String(CAP_STORES.length),
          })}
        />
        <Button kind="small" onPress={cancel}>
          {t('cancel')}
        </Button>
      </div>
    );
  }
  if (status === 'done' || start === null) return null;
  return (
    <div className="row cap-playing">
      <Button kind="small" onPress={start}>
        {t(status === 'none' ? 'run' : 'again')}
      </Button>
    </div>
  );
};
