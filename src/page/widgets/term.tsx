import { useTranslations } from 'use-intl';
import { Hint } from './hint.tsx';
import type { TermId } from '../words/words.ts';

/** A field term with its sentence on hover and on focus. `children` replaces the name shown. */
export const Term = (props: { id: TermId; children?: string }) => {
  const t = useTranslations('terms');
  return (
    <Hint text={t(`${props.id}.text`)}>
      <span className="term">{props.children ?? t(`${props.id}.name`)}</span>
    </Hint>
  );
};
