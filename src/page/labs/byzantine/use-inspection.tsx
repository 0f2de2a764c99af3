import { useTranslations } from 'use-intl';
import { nameOf, pathText } from '../../../stage/byzantine/who.ts';
import { isAskedAbout } from '../../../stage/veil.ts';
import type { ByzantineDetail, GeneralView } from '../../../view/byzantine.ts';
import type { Pid } from '../../../view/time.ts';
import type { Inspection } from '../../lab-frame/descriptor.ts';
import { useCannotAct } from '../../panels/cannot-act.ts';
import { useLabFrame, useVeil, useVeiled } from '../../sim/selectors.ts';
import { Button } from '../../widgets/button.tsx';
import { Hand } from './hand.tsx';
import { lookWith, useLooked } from './looked.ts';
import { plansByRound } from '../../../stage/byzantine/plans.ts';
import { openSetup, turned } from './runs.ts';

/** What this one has heard in person, and what it obeys. */
const Values = ({ detail, general }: { detail: ByzantineDetail; general: GeneralView }) => {
  const t = useTranslations('byzantine.values');
  const { pid, loyal, decided, heard, signed, refused, how } = general;
  const commands = pid === detail.commander;
  const valueAt = (place: number | undefined): string =>
    place === undefined || place === -1
      ? t('notYet')
      : place === -2
        ? t('nothing')
        : (detail.values[place] ?? t('notYet'));
  const others = detail.generals.filter((one) => one.pid !== pid && one.pid !== detail.commander);
  return (
    <dl className="kv">
      <dt>{t('is')}</dt>
      <dd>{t(loyal ? 'loyal' : 'traitor')}</dd>
      {commands ? (
        <>
          <dt>{t('orders')}</dt>
          <dd>{detail.order}</dd>
        </>
      ) : (
        <>
          {heard.length > 0 && (
            <>
              <dt>{t('from', { name: nameOf(detail, detail.commander) })}</dt>
              <dd>{valueAt(heard[0])}</dd>
              {detail.rounds > 0 &&
                others.map((one, i) => (
                  <Pair key={one.pid} name={t('from', { name: one.name })}>
                    {valueAt(heard[i + 1])}
                  </Pair>
                ))}
            </>
          )}
          {detail.signed && (
            <>
              <dt>V</dt>
              <dd>
                {signed.length === 0 ? t('empty') : signed.map(({ value }) => value).join(', ')}
              </dd>
              <dt>{t('refused')}</dt>
              <dd>{refused.length}</dd>
            </>
          )}
          <dt>{t('obeys')}</dt>
          <dd>{decided ?? t('notYet')}</dd>
          {how === 'tie' && (
            <>
              <dt>{t('majority')}</dt>
              <dd>{t('tie')}</dd>
            </>
          )}
        </>
      )}
    </dl>
  );
};

const Pair = ({ name, children }: { name: string; children: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

/** All that a traitor says, round by round, each to be rewritten. */
const HandList = ({ detail, pid }: { detail: ByzantineDetail; pid: Pid }) => {
  const t = useTranslations('byzantine.hand');
  const rounds = plansByRound(detail, pid);
  if (rounds.length === 0) return null;
  return (
    <div className="hand-list" role="group" aria-label={t('all', { name: nameOf(detail, pid) })}>
      {rounds.map((plans) => {
        const length = plans[0]?.path.length ?? 1;
        return [
          <h3 key={`round ${length}`}>{t('round', { round: String(length) })}</h3>,
          ...plans.map((plan) => (
            <Hand
              key={`${plan.path.join('.')} ${plan.to}`}
              plan={plan}
              values={detail.values}
              from={nameOf(detail, pid)}
              to={nameOf(detail, plan.to)}
              {...(length > 1 ? { path: pathText(detail, plan.path.slice(0, -1)) } : {})}
            />
          )),
        ];
      })}
      {detail.plansHidden > 0 && (
        <p className="quiet-text">{t('more', { count: detail.plansHidden })}</p>
      )}
    </div>
  );
};

const Deeds = ({ detail, general }: { detail: ByzantineDetail; general: GeneralView }) => {
  const t = useTranslations('byzantine.deeds');
  const eyes = useLooked((s) => s.eyes);
  const cannot = useCannotAct();
  const { pid, name, loyal } = general;
  if (detail.two !== null) return null;
  return (
    <div className="row">
      {pid !== detail.commander && (
        <Button aria-pressed={eyes === pid} onPress={() => lookWith(eyes === pid ? null : pid)}>
          {t(eyes === pid ? 'all' : 'only', { name })}
        </Button>
      )}
      <Button disabledReason={cannot} onPress={() => void openSetup((setup) => turned(setup, pid))}>
        {t(loyal ? 'lie' : 'loyal', { name })}
      </Button>
    </div>
  );
};

/** What matters most of a general, what one can make of it, and a traitor's hand; a hook. */
export const useByzantineInspection = (pid: Pid): Inspection => {
  const t = useTranslations('byzantine');
  const frame = useLabFrame<ByzantineDetail>();
  const veil = useVeil();
  const veiled = useVeiled();
  const eyes = useLooked((s) => s.eyes);
  const general = frame?.detail.generals.find((one) => one.pid === pid);
  if (frame === null || general === undefined) return {};
  const { detail } = frame;
  const hidden = isAskedAbout(veil, pid) || (eyes !== null && eyes !== pid);
  if (detail.two !== null) return {};
  return {
    values: hidden ? (
      <p className="quiet-text">{t('hidden')}</p>
    ) : (
      <>
        <Values detail={detail} general={general} />
        {!general.loyal && !veiled && <HandList detail={detail} pid={pid} />}
      </>
    ),
    deeds: <Deeds detail={detail} general={general} />,
  };
};
