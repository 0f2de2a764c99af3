import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { openAgain, presentRun } from '../../share/open-run.ts';
import { useSim } from '../../sim/store.ts';
import { Either } from '../../widgets/either.tsx';
import { contrastIn } from './contrasts.ts';
import type { Contrast, ContrastOption } from './contrasts.ts';
import { usePresent } from './use-present.ts';

/** The same seed, clients and deeds the other way, up to the same time. */
const turn = async ({ as }: Contrast, option: ContrastOption): Promise<void> => {
  const present = await presentRun();
  if (present?.model !== 'recipes') return;
  await openAgain({ ...present, setup: as(present.setup, option) });
};

/** What the run on screen has in one of two ways; null: nothing, or a lesson decides. A hook. */
export const useContrast = (): Contrast | null => {
  const present = usePresent();
  const free = useSim((s) => s.lesson === null);
  return free && present !== null ? (contrastIn(present.setup) ?? null) : null;
};

/** Before and after, as a switch that is seen. */
export const ContrastSwitch = ({ contrast }: { contrast: Contrast }) => {
  const t = useTranslations('recipes.contrast');
  const present = usePresent();
  const [turning, setTurning] = useState<ContrastOption | null>(null);
  const { id, options, of } = contrast;
  const shown = turning ?? (present === null ? null : of(present.setup));
  const choose = (option: ContrastOption): void => {
    setTurning(option);
    void turn(contrast, option).finally(() => setTurning(null));
  };
  return (
    <Either
      label={t(`${id}.name`)}
      value={shown ?? options[0]}
      options={options.map((option) => ({ id: option, label: t(`option.${option}`) }))}
      onChange={choose}
    />
  );
};
