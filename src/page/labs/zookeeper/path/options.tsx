import { useTranslations } from 'use-intl';
import type { PathAnswer, PathView, WriteView } from '../../../../view/write-path.ts';
import { zxidText } from '../../../../view/zxid.ts';
import { Check } from '../../../widgets/check.tsx';
import { Select } from '../../../widgets/select.tsx';
import { canWriteBetween } from './acts.ts';
import { setCrash, useCrash } from './store.ts';
import { useNames } from './use-path-words.ts';

const idOf = ({ session, cxid }: WriteView): string => `${session} ${cxid}`;

/** Which write it is. */
export const WhichWrite = (props: {
  writes: Extract<PathAnswer, { ask: 'path' }>['writes'];
  path: PathView;
}) => {
  const t = useTranslations('writePath');
  const name = useNames();
  const { writes, path } = props;
  const label = ({ client, op, path: of, zxid }: WriteView): string =>
    t('one', {
      client: name(client),
      op,
      path: of,
      zxid: zxid === null ? '' : zxidText(zxid),
    }).trim();
  const isListed = writes.some((one) => idOf(one) === idOf(path.write));
  return (
    <Select
      label={t('write')}
      value={idOf(path.write)}
      options={[...writes, ...(isListed ? [] : [path.write])].map((write) => ({
        id: idOf(write),
        label: label(write),
      }))}
      onChange={(id) => setCrash({ write: writes.find((one) => idOf(one) === id) ?? null })}
    />
  );
};

/** Who dies, whether their power fails, and what happens before they are back. */
export const HowTheyDie = ({ path }: { path: PathView }) => {
  const t = useTranslations('writePath');
  const power = useCrash((s) => s.power);
  const between = useCrash((s) => s.between);
  return (
    <div className="path-how">
      <WhoDies path={path} />
      <span title={t('powerText')}>
        <Check label={t('power')} checked={power} onChange={(on) => setCrash({ power: on })} />
      </span>
      {canWriteBetween() && (
        <Check
          label={t('between')}
          checked={between}
          onChange={(on) => setCrash({ between: on })}
        />
      )}
    </div>
  );
};

/** A switch for each server; nobody chosen by hand means whoever leads at the moment. */
const WhoDies = ({ path }: { path: PathView }) => {
  const t = useTranslations('writePath');
  const name = useNames();
  const chosen = useCrash((s) => s.pids);
  const leader = path.moments.at(-1)?.leader ?? null;
  const now = chosen ?? (leader === null ? [] : [leader]);
  return (
    <div className="path-who" role="group" aria-label={t('who')}>
      {path.servers.map((pid) => (
        <button
          key={pid}
          type="button"
          className="btn btn-small"
          aria-pressed={now.includes(pid)}
          onClick={() =>
            setCrash({
              pids: now.includes(pid)
                ? now.filter((one) => one !== pid)
                : [...now, pid].toSorted((x, y) => x - y),
            })
          }
        >
          {name(pid)}
        </button>
      ))}
    </div>
  );
};
