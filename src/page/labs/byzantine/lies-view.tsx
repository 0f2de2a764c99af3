import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { fieldDrawing, stateOf } from '../../../stage/byzantine/field.ts';
import type { LieCell } from '../../../stage/byzantine/field.ts';
import type { ByzantineDetail } from '../../../view/byzantine.ts';
import type { ByzantineSetup } from '../../../view/byzantine-setup.ts';
import { useInRoom } from '../../browser/in-room.ts';
import { useSize } from '../../browser/use-size.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useLabFrame, useVeiled } from '../../sim/selectors.ts';
import { Button } from '../../widgets/button.tsx';
import { useSaying } from '../../words/use-saying.ts';
import { LieSearch } from './lie-search.tsx';
import { LiesInRoom } from './lies-in-room.tsx';
import { Messengers } from './messengers.tsx';
import { behaviourOf, cellsOf, usePlayed } from './played.ts';
import type { Came } from './played.ts';
import { playSetup } from './runs.ts';
import { useAnswerOf, useSetup } from './use-setup.ts';
import './views.css';

/** Names as the simulation gives them: C, and L1, L2, … in the order of their numbers. */
const namesOf =
  (setup: ByzantineSetup) =>
  (pid: number): string => {
    const commander = setup.commander ?? 1;
    return pid === commander ? 'C' : `L${pid > commander ? pid - 1 : pid}`;
  };

/** Every lie of one traitor where they can be counted; else a search among them. */
export const LiesView = () => {
  const setup = useSetup();
  const question = useMemo(
    () =>
      setup === null || setup.generals < 3
        ? null
        : ({ ask: 'every-lie', setup: asked(setup) } as const),
    [setup],
  );
  const every = useAnswerOf(question);
  if (setup === null) return null;
  if (every !== null && every.complete && (setup.rounds ?? 1) === 1 && setup.signed !== true) {
    return <Field setup={setup} setups={every.setups} />;
  }
  return setup.generals < 3 ? <Messengers /> : <LieSearch setup={setup} />;
};

/** What the field depends on, and no more: who lies now, and how, changes nothing of it. */
const asked = ({ generals: count, commander, values }: ByzantineSetup): ByzantineSetup => ({
  generals: count,
  ...(commander === undefined ? {} : { commander }),
  ...(values === undefined ? {} : { values }),
});

/** From one cell to the next, as they stand: by the arrows. */
const goToCell = (event: KeyboardEvent): void => {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const cells = [...event.currentTarget.querySelectorAll<SVGElement>('.lie-cell')];
  const at = cells.findIndex((one) => one === document.activeElement);
  const next = at < 0 || by === 0 ? undefined : cells[at + by];
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
};

const outcome = (came: Came) => ({ messages: [], total: 0, decisions: [], ...came });

const Field = (props: { setup: ByzantineSetup; setups: readonly ByzantineSetup[] }) => {
  const t = useTranslations('byzantine.lies');
  const words = useSaying('byzantine.stage');
  const frame = useLabFrame<ByzantineDetail>();
  const veiled = useVeiled();
  const inRoom = useInRoom();
  const came = usePlayed((s) => s.came);
  const [shown, setShown] = useState<readonly ByzantineSetup[] | null>(null);
  // In a room there is nothing to press: they are shown with the answer.
  const all = shown === props.setups || (inRoom && !veiled);
  const answer = useAnswerOf(all ? { ask: 'outcomes', setups: props.setups } : null);
  const cells = useMemo(() => cellsOf(props.setups), [props.setups]);
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const played = useMemo(() => new Set(came.keys()), [came]);
  const outcomeOf = (cell: LieCell) => {
    const known = came.get(cell.id);
    if (known !== undefined) return outcome(known);
    return veiled ? null : (answer?.outcomes[cells.indexOf(cell)] ?? null);
  };
  const outcomes = cells.map(outcomeOf);
  const tried = outcomes.filter((one) => one !== null).length;
  const broke = outcomes.filter((one) => stateOf(one) === 'broke').length;
  const rest = cells.length - tried;
  const nameOf = namesOf(props.setup);
  if (inRoom) {
    return (
      <section className="byzantine-view" aria-label={words.say('field.name')}>
        <LiesInRoom cells={cells} outcomes={outcomes} nameOf={nameOf} />
      </section>
    );
  }
  return (
    <section className="byzantine-view lies" aria-label={words.say('field.name')}>
      <div className="lies-told">
        <p>
          {t.rich('tried', {
            b: (text) => <b>{text}</b>,
            tried: String(tried),
            all: String(cells.length),
          })}
        </p>
        <p className={broke > 0 ? 'w-violation' : 'w-leading'}>
          {tried > 0 &&
            (broke > 0
              ? t('broke', { count: String(broke) })
              : t('held', { count: String(tried) }))}
        </p>
        {rest > 0 ? (
          <Button
            disabledReason={veiled ? t('veiled') : null}
            onPress={() => setShown(props.setups)}
          >
            {t('showRest', { count: rest })}
          </Button>
        ) : (
          <p className="quiet-text">{t('nothingCounts')}</p>
        )}
      </div>
      <div className="lies-field" ref={place}>
        {size.width > 0 && (
          <DrawingView
            drawing={fieldDrawing({
              words,
              width: Math.max(320, size.width),
              cells,
              values: props.setup.values ?? ['A', 'R'],
              nameOf,
              outcomeOf,
              played,
              here: frame === null ? null : behaviourOf(frame.detail),
            })}
            label={words.say('field.name')}
            align="top"
            onKey={goToCell}
            onAction={(action) => {
              const cell =
                'choice' in action ? cells.find(({ id }) => id === action.choice) : undefined;
              if (cell !== undefined) void playSetup(cell.setup);
            }}
          />
        )}
      </div>
    </section>
  );
};
