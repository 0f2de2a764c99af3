import { useTranslations } from 'use-intl';
import type { CapDetail, CapVerdictView, CapWitness } from '../../../view/cap.ts';
import { askedText } from '../../../stage/cap/marks.ts';
import { useOneStop } from '../../widgets/use-one-stop.ts';
import { useSaying } from '../../words/use-saying.ts';
import { setChecked, useCap } from './state.ts';

/** The requests of a witness that are lit: those that stand in a circle, each once. */
export const litOf = (witness: CapWitness | null): readonly number[] =>
  witness === null ? [] : [...new Set(witness.circle.map(({ number }) => number))];

/** The verdict that is looked at. */
export const checkedOf = (
  detail: CapDetail,
  check: CapVerdictView['check'],
): CapVerdictView | undefined =>
  detail.verdicts.find((one) => one.check === check) ?? detail.verdicts[0];

const stateOf = (holds: boolean | null): 'yes' | 'no' | 'open' =>
  holds === null ? 'open' : holds ? 'yes' : 'no';

const CLASS = { yes: 'w-leading', no: 'w-violation', open: 'i2' } as const;
const SIGN = { yes: '✓', no: '✕', open: '–' } as const;

/** How a request is named in a sentence: `β’s write 2`. */
const useNamed = (detail: CapDetail): ((number: number) => string) => {
  const words = useSaying('cap.stage');
  return (number) => {
    const request = detail.requests.find((one) => one.number === number);
    if (request === undefined) return String(number);
    const name = detail.clients.find(({ pid }) => pid === request.client)?.name ?? '';
    return words.say('named', { name, what: askedText(request, words) });
  };
};

/** Why no order explains them: an arrow of the circle a line. */
const Reasons = ({ detail, witness }: { detail: CapDetail; witness: CapWitness }) => {
  const t = useTranslations('cap.check');
  const words = useSaying('cap.stage');
  const named = useNamed(detail);
  const { circle } = witness;
  const short = litOf(witness).flatMap((number) => {
    const found = detail.requests.find((one) => one.number === number);
    return found === undefined ? [] : [askedText(found, words)];
  });
  return (
    <>
      <p className="cap-why">
        {circle.map(({ number, why }, i) => {
          const next = circle[(i + 1) % circle.length]?.number ?? number;
          return <span key={i}>{t(`why.${why}`, { a: named(number), b: named(next) })} </span>;
        })}
      </p>
      <p className="cap-witness">
        <mark>
          {t('witness', {
            list: short.reduce((before, after) => t('andThen', { before, after })),
          })}
        </mark>
      </p>
    </>
  );
};

/** What the checkers say of all answers so far; the one that is chosen says why. */
export const Verdicts = ({ detail }: { detail: CapDetail }) => {
  const t = useTranslations('cap.check');
  const checked = useCap((s) => s.checked);
  const verdict = checkedOf(detail, checked);
  const { stop, row } = useOneStop(
    detail.verdicts.length,
    detail.verdicts.findIndex((one) => one === verdict),
  );
  if (verdict === undefined) return null;
  const { check, holds, witness } = verdict;
  const state = stateOf(holds);
  const title = t(`${holds === null ? 'open' : holds ? 'holds' : 'fails'}.${check}`);
  return (
    <section className="cap-verdicts" aria-label={t('name')}>
      <div className="cap-checks" role="toolbar" aria-label={t('name')} {...row}>
        {detail.verdicts.map((one, at) => {
          const so = stateOf(one.holds);
          return (
            <button
              key={one.check}
              type="button"
              {...stop(at)}
              aria-pressed={one.check === check}
              onClick={() => setChecked(one.check)}
            >
              <span aria-hidden="true" className={CLASS[so]}>
                {SIGN[so]}
              </span>{' '}
              {t(`short.${one.check}`)}
              <span className="vh">: {t(`states.${so}`)}</span>
            </button>
          );
        })}
      </div>
      <h3 className={`${CLASS[state]}${holds === false ? ' fails' : ''}`}>{title}</h3>
      {witness === null ? (
        holds === true && <p className="cap-why">{t(`means.${check}`)}</p>
      ) : (
        <Reasons detail={detail} witness={witness} />
      )}
    </section>
  );
};
