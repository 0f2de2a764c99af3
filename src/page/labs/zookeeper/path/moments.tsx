import { useTranslations } from 'use-intl';
import { epochTint } from '../../../../stage/colours.ts';
import { shortOf } from '../../../../stage/zookeeper/futures/texts.ts';
import type { Held, MomentKind, PathMoment, PathView } from '../../../../view/write-path.ts';
import { MOMENTS } from '../../../../view/write-path.ts';
import { useVeiled } from '../../../sim/selectors.ts';
import { useSim } from '../../../sim/store.ts';
import { keyOf, tryMoment, victimsAt } from './acts.ts';
import { useCrash, useFutures } from './store.ts';
import type { Tried } from './store.ts';
import { lineOf, useNames } from './use-path-words.ts';

/** What is known of a moment: what was tried there as chosen now, and the futures that begin there. */
interface Known {
  readonly tried: Tried | null;
  readonly tags: readonly { readonly letter: string; readonly one: Tried }[];
  readonly trying: boolean;
}

const useKnown = (path: PathView): ((moment: PathMoment) => Known) => {
  const branch = useSim((s) => s.frame?.branch ?? 0);
  const { tried, trying, pids, power, between } = useCrash((s) => s);
  const futures = useFutures();
  return (moment) => {
    const key = keyOf(branch, path.write, moment, victimsAt(moment, pids), { power, between });
    const isHere = ({ trunk, moment: of, future }: Tried): boolean =>
      trunk === branch &&
      of.kind === moment.kind &&
      of.position === moment.position &&
      future.write.session === path.write.session &&
      future.write.cxid === path.write.cxid;
    return {
      tried: tried.find((one) => one.key === key) ?? null,
      tags: futures.filter(({ one }) => isHere(one)),
      trying: trying === key,
    };
  };
};

/** The moments of a write in the order in which they came; those that have not come are only named. */
export const Moments = ({ path }: { path: PathView }) => {
  const t = useTranslations('writePath');
  const name = useNames();
  const known = useKnown(path);
  const missing = MOMENTS.filter((kind) => path.moments.every((each) => each.kind !== kind));
  return (
    <div className={path.servers.length > 3 ? 'path-moments many' : 'path-moments'}>
      <div className="path-names" aria-hidden>
        {path.servers.map((pid) => (
          <span key={pid}>{name(pid)}</span>
        ))}
        <span className="path-then" title={shortOf(path.write)}>
          {t('outcome', { write: shortOf(path.write) })}
        </span>
      </div>
      <ol aria-label={t('moments')}>
        {path.moments.map((moment) => (
          <li key={moment.kind}>
            <Moment path={path} moment={moment} known={known(moment)} />
          </li>
        ))}
        {missing.map((kind) => (
          <li key={kind}>
            <Missing kind={kind} />
          </li>
        ))}
      </ol>
    </div>
  );
};

/** One moment: pressed, servers die just after it. */
const Moment = (props: { path: PathView; moment: PathMoment; known: Known }) => {
  const t = useTranslations('writePath');
  const name = useNames();
  const veiled = useVeiled();
  const chosen = useCrash((s) => s.pids);
  const busy = useCrash((s) => s.trying !== null);
  const { path, moment, known } = props;
  const { kind, held } = moment;
  const nobody = victimsAt(moment, chosen).length === 0;
  const reason = veiled
    ? t('veiled')
    : nobody
      ? t(chosen === null ? 'nobodyLed' : 'wereDown')
      : null;
  const line = lineOf(t, name, moment, path);
  const fate = useFate(known);
  const holds = path.servers.map((pid, index) =>
    t('drawn.holds', {
      who: name(pid),
      held: t(`drawn.held.${held[index] ?? 'nothing'}`),
    }),
  );
  const tags = known.tags.map(({ letter }) => t('tag', { letter }));
  return (
    <button
      type="button"
      className={known.tags.length > 0 ? 'path-moment tagged' : 'path-moment'}
      aria-disabled={reason !== null || busy}
      title={reason ?? undefined}
      onClick={() => {
        if (reason === null && !busy) void tryMoment(path, moment);
      }}
    >
      <b>{t(`moment.${kind}`)}</b>
      <span className="path-line">{line}</span>
      <span className="vh">{[...holds, ...tags].join(', ')}</span>
      <span className="path-mark" aria-hidden>
        {known.tags.length === 0 ? (
          <i />
        ) : (
          known.tags.map(({ letter }) => <em key={letter}>{letter}</em>)
        )}
      </span>
      <span className="path-disks" aria-hidden>
        {held.map((each, index) => (
          <Disk key={path.servers[index]} held={each} epoch={path.write.zxid?.epoch ?? 1} />
        ))}
      </span>
      <span className="vh">
        {t('outcome', { write: shortOf(path.write) })} {fate.said}
      </span>
      <span className={`path-fate ${fate.kind}`} aria-hidden>
        {fate.text}
      </span>
    </button>
  );
};

/** The row "b then": only what was tried has an answer, and none while a question is open. */
const useFate = (known: Known) => {
  const t = useTranslations('writePath');
  const veiled = useVeiled();
  if (veiled) return { kind: 'open', text: '?', said: t('hidden') };
  if (known.trying) return { kind: 'open', text: '…', said: t('trying') };
  const shown = known.tags.length > 0 ? known.tags.map(({ one }) => one) : [known.tried];
  const fates = shown.flatMap((one) => (one === null ? [] : [one.future.fate]));
  const [first, second] = fates;
  if (first === undefined) return { kind: 'open', text: '?', said: t('untried') };
  const text =
    second === undefined || second === first
      ? t(`fate.${first}`)
      : `${t(`fate.${first}`)} · ${t(`fate.${second}`)}`;
  return { kind: first === second || second === undefined ? first : 'both', text, said: text };
};

/** What one disk holds: dotted nothing, a dot in memory, dashed on disk, solid committed. */
const Disk = ({ held, epoch }: { held: Held; epoch: number }) => {
  const fill = held === 'logged' || held === 'committed' ? epochTint(Math.max(1, epoch)) : 'none';
  return (
    <svg className="path-disk" viewBox="0 0 44 11" aria-hidden>
      <rect
        x={0.75}
        y={0.75}
        width={42.5}
        height={9.5}
        style={{ fill }}
        className={`cell ${held === 'committed' ? 'solid' : held === 'logged' ? 'dashed' : 'ghost'}`}
      />
      {held === 'memory' && <circle cx={22} cy={5.5} r={2.2} className="path-dot" />}
    </svg>
  );
};

/** What has not come. */
const Missing = ({ kind }: { kind: MomentKind }) => {
  const t = useTranslations('writePath');
  return (
    <div className="path-moment missing">
      <b>{t(`moment.${kind}`)}</b>
    </div>
  );
};
