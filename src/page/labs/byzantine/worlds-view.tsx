import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { orderColour } from '../../../stage/byzantine/worlds.ts';
import type { Outcome } from '../../../view/byzantine-ask.ts';
import type { TieRule } from '../../../view/byzantine-setup.ts';
import { useInRoom } from '../../browser/in-room.ts';
import { useRoom } from '../../browser/use-media.ts';
import { useVeiled } from '../../sim/selectors.ts';
import { Button } from '../../widgets/button.tsx';
import { playSetup } from './runs.ts';
import { THREE, VALUES, useWorlds, worldSetup } from './worlds.ts';
import { WorldsDrawn } from './worlds-drawn.tsx';
import './views.css';

const nameOf = (pid: number): string => (pid === THREE.commander ? 'C' : `L${pid - 1}`);

/** Every rule for a tie, and the world in which it fails. */
export const WorldsView = () => {
  const room = useRoom();
  return (
    <div className="byzantine-view worlds">
      {(room === 'phone' || room === 'narrow') && <WorldsDrawn />}
      <RuleTable />
    </div>
  );
};

const RuleTable = () => {
  const t = useTranslations('byzantine.worlds');
  const rows = useWorlds();
  const veiled = useVeiled();
  const inRoom = useInRoom();
  const id = useId();
  const [chosen, setChosen] = useState<TieRule>('default');
  const open = (world: 0 | 1): void => void playSetup(worldSetup(world, chosen));
  return (
    <table className="worlds-table">
      <caption className="vh">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tie')}</th>
          <th scope="col">
            {inRoom ? t('world', { world: '1' }) : t('commanderLies')}
            {!inRoom && (
              <Button
                kind="small"
                disabledReason={veiled ? t('veiled') : null}
                onPress={() => open(0)}
              >
                {t('play', { world: '1' })}
              </Button>
            )}
          </th>
          <th scope="col">
            {inRoom ? t('world', { world: '2' }) : t('otherLies')}
            {!inRoom && (
              <Button
                kind="small"
                disabledReason={veiled ? t('veiled') : null}
                onPress={() => open(1)}
              >
                {t('play', { world: '2' })}
              </Button>
            )}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows?.map(({ rule, worlds }) => (
          <tr key={rule} className={rule === chosen && !inRoom ? 'here' : undefined}>
            <th scope="row">
              {inRoom ? (
                t(`rule.${rule}`)
              ) : (
                <label>
                  <input
                    type="radio"
                    name={id}
                    checked={rule === chosen}
                    onChange={() => setChosen(rule)}
                  />
                  {t(`rule.${rule}`)}
                </label>
              )}
            </th>
            {worlds.map((outcome, world) => (
              <td key={rule + String(world)}>
                <Came outcome={outcome} commanderLies={world === 0} veiled={veiled} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Came = (props: { outcome: Outcome; commanderLies: boolean; veiled: boolean }) => {
  const t = useTranslations('byzantine.worlds');
  const inRoom = useInRoom();
  const { outcome, commanderLies, veiled } = props;
  const { decisions, ic1, ic2 } = outcome;
  if (veiled) return <span className="i2">?</span>;
  const fails = !ic1 ? 'IC1' : ic2 === false ? 'IC2' : null;
  const [one, other] = decisions;
  // From the last row what came of it is read, and the drawing shows the rest.
  if (inRoom) {
    return fails === null ? (
      <span className="worlds-holds">✓ {t('holds')}</span>
    ) : (
      <b className="worlds-fails">{t('fails', { which: fails })}</b>
    );
  }
  return (
    <span className="worlds-came">
      {decisions.map(({ pid, value }) => (
        <span key={pid}>
          {nameOf(pid)} <Chip value={value ?? '–'} />
        </span>
      ))}
      {!commanderLies && <span className="i2">{t('lies', { name: nameOf(THREE.other) })}</span>}
      {fails === null ? (
        <span className="worlds-holds">✓ {t('holds')}</span>
      ) : (
        <>
          <b className="worlds-fails">{t('fails', { which: fails })}</b>
          <span>
            {fails === 'IC1'
              ? t('isNot', { one: one?.value ?? '–', other: other?.value ?? '–' })
              : t('ordered', { order: VALUES[0] })}
          </span>
        </>
      )}
    </span>
  );
};

const Chip = ({ value }: { value: string }) => (
  <b className="order-chip" style={{ background: orderColour(VALUES, value) }}>
    {value}
  </b>
);
