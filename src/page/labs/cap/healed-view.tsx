import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { askedText } from '../../../stage/cap/marks.ts';
import type { CapClientView, CapDetail, CapRequestView } from '../../../view/cap.ts';
import type { Micros } from '../../../view/time.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSaying } from '../../words/use-saying.ts';
import { useMoments } from './moments.ts';
import { useUnguessed } from './predict.ts';
import './views.css';

/** A heading, and what there is to say under it; `none` where that is nothing. */
const Part = (props: { title: string; none: string; children: readonly ReactNode[] }) => (
  <section>
    <h4>{props.title}</h4>
    {props.children.length === 0 ? (
      <p className="i2">{props.none}</p>
    ) : (
      <ul>
        {props.children.map((one, i) => (
          <li key={i}>{one}</li>
        ))}
      </ul>
    )}
  </section>
);

const useLost = (detail: CapDetail): readonly string[] => {
  const t = useTranslations('cap.healed');
  const words = useSaying('cap.stage');
  const { at } = useMoments();
  const named = (request: CapRequestView | undefined): string => {
    if (request === undefined) return '';
    const name = detail.clients.find(({ pid }) => pid === request.client)?.name ?? '';
    return words.say('named', { name, what: askedText(request, words) });
  };
  return detail.requests.flatMap((one) => {
    const { lost, returnedAt } = one;
    if (lost === null) return [];
    const values = {
      what: named(one),
      at: at(detail, returnedAt ?? lost.at),
      gone: at(detail, lost.at),
    };
    const by = detail.requests.find(({ number }) => number === lost.by);
    return [
      by === undefined ? t('lostNobody', values) : t('lostOne', { ...values, by: named(by) }),
    ];
  });
};

const useUnknown = (detail: CapDetail): readonly string[] => {
  const t = useTranslations('cap.healed');
  const words = useSaying('cap.stage');
  return detail.requests
    .filter(
      ({ kind, outcome }) => kind === 'write' && (outcome === 'timeout' || outcome === 'unknown'),
    )
    .map((one) => {
      const name = detail.clients.find(({ pid }) => pid === one.client)?.name ?? '';
      const what = words.say('named', { name, what: askedText(one, words) });
      return t(one.tookEffect ? 'tookEffect' : 'noEffect', { what });
    });
};

const useEphemerals = (detail: CapDetail): readonly string[] => {
  const t = useTranslations('cap.healed');
  const { at, lasting } = useMoments();
  const all = detail.clients.flatMap(({ name, formerEphemeral, ephemeral }: CapClientView) =>
    [formerEphemeral, ephemeral].flatMap((one) => (one === null ? [] : [{ ...one, name }])),
  );
  return all.flatMap(({ name, path, goneAt, knownAt }) => {
    if (goneAt === null) return [t('ephemeralThere', { name, path })];
    const values = { name, path, gone: at(detail, goneAt) };
    if (knownAt === null) return [t('ephemeralUnknown', values)];
    return [
      t('ephemeralGone', {
        ...values,
        known: at(detail, knownAt),
        later: lasting(knownAt - goneAt),
      }),
    ];
  });
};

/** Stretches in which nobody had a quorum that he led. A hook. */
export const useElections = (detail: CapDetail): readonly string[] => {
  const t = useTranslations('cap.healed');
  const { at, lasting } = useMoments();
  return detail.elections.map(({ from, to }: { from: Micros; to: Micros | null }) =>
    to === null
      ? t('noWritesOpen', { from: at(detail, from) })
      : t('noWritesSpan', {
          from: at(detail, from),
          to: at(detail, to),
          length: lasting(to - from),
        }),
  );
};

const Costs = ({ detail, time }: { detail: CapDetail; time: Micros }) => {
  const t = useTranslations('cap.healed');
  const lost = useLost(detail);
  const unknown = useUnknown(detail);
  const ephemerals = useEphemerals(detail);
  const elections = useElections(detail);
  const { cuts, meters } = detail;
  const begun = cuts.filter(({ from }) => from <= time);
  const goesOn = begun.some(({ to }) => to === null || to > time);
  return (
    <>
      {begun.length === 0 && <p className="i2">{t('noCut')}</p>}
      {goesOn && <p className="i2">{t('notYet')}</p>}
      <div className="cap-costs">
        <Part title={t('lost')} none={t('noneLost')}>
          {lost}
        </Part>
        <Part title={t('unknown')} none={t('noneUnknown')}>
          {unknown}
        </Part>
        <Part title={t('ephemerals')} none={t('noSessions')}>
          {ephemerals}
        </Part>
        <Part title={t('noWrites')} none={t('noWritesNone')}>
          {elections}
        </Part>
        <Part title={t('values')} none={t('same')}>
          {meters.divergence > 1 ? [t('differ', { count: String(meters.divergence) })] : []}
        </Part>
      </div>
    </>
  );
};

/** What was lost, whose outcome nobody knows, whose ephemerals died, and for how long nobody could write. */
export const HealedView = () => {
  const t = useTranslations('cap.healed');
  const frame = useLabFrame<CapDetail>();
  const unguessed = useUnguessed();
  return (
    <section className="cap-view cap-text" aria-label={t('name')}>
      <h3>{t('name')}</h3>
      {frame !== null &&
        (unguessed.size > 0 ? (
          <p className="i2">{t('afterAnswer')}</p>
        ) : (
          <Costs detail={frame.detail} time={frame.time} />
        ))}
    </section>
  );
};
