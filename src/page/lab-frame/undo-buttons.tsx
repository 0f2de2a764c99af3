import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Intervention } from '../../view/intervention.ts';
import { useSim } from '../sim/store.ts';
import { redo, undo, useTold } from '../sim/undo.ts';
import { Button } from '../widgets/button.tsx';
import { actText } from '../words/act-text.ts';
import { useTale } from '../words/use-tale.ts';
import { useLoose } from '../words/use-words.ts';
import { icons } from '../widgets/icons.tsx';
import './undo-buttons.css';

/** What a person did, in a few words of the reader's language; a hook. */
const useActText = (): ((what: Intervention) => string) => {
  const t = useLoose('lab');
  const { name } = useTale();
  return useMemo(() => (what) => actText(what, name, t), [t, name]);
};

/** `Undo` and `Redo`, each with what it is about. */
export const UndoButtons = () => {
  const t = useTranslations('lab.undo');
  const said = useActText();
  const back = useSim((s) => s.undo);
  const again = useSim((s) => s.redo);
  const label = (how: 'undo' | 'redo', what: Intervention | undefined): string =>
    what === undefined ? t(how) : t(`${how}What`, { what: said(what) });
  return (
    <span className="undo-buttons" role="group" aria-label={t('name')}>
      <Button
        kind="icon"
        aria-label={label('undo', back?.what)}
        title={label('undo', back?.what)}
        disabledReason={back === null ? t('nothing') : null}
        onPress={() => void undo()}
      >
        {icons.undo}
      </Button>
      <Button
        kind="icon"
        aria-label={label('redo', again?.what)}
        title={label('redo', again?.what)}
        disabledReason={again === null ? t('nothingAgain') : null}
        onPress={() => void redo()}
      >
        {icons.redo}
      </Button>
    </span>
  );
};

/** What was taken back or done again just now, for eye and ear; empty once the run has gone on. */
export const UndoTold = () => {
  const t = useTranslations('lab.undo');
  const said = useActText();
  const told = useTold((s) => s.told);
  const here = useSim(
    ({ frame }) => told?.branch === frame?.branch && told?.position === frame?.position,
  );
  const text = (): string => {
    if (told === null || !here) return '';
    if (told.act === null) return t(told.how === 'undo' ? 'nothing' : 'nothingAgain');
    return t(told.how === 'undo' ? 'took' : 'did', { what: said(told.act.what) });
  };
  return (
    <p className="undo-told" role="status" aria-label={t('name')}>
      {text()}
    </p>
  );
};
