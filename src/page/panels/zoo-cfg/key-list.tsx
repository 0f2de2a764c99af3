import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CfgKey } from '../../../zoo-cfg/keys.ts';
import { Field } from '../../widgets/field.tsx';
import { WordButton } from '../../widgets/word-button.tsx';
import { keysLike, lineOf, withKey } from './at-line.ts';

/** All parameters there are: chosen, one goes to its line or gets one. */
export const KeyList = (props: {
  text: string;
  onText: (text: string) => void;
  onGo: (cursor: number) => void;
}) => {
  const { text, onText, onGo } = props;
  const t = useTranslations('zooCfgEditor');
  const [search, setSearch] = useState('');
  const choose = (spec: CfgKey): void => {
    const known = lineOf(text, spec.key);
    if (known !== -1) {
      onGo(known);
      return;
    }
    const longer = withKey(text, spec);
    onText(longer);
    // When the field has the new text.
    setTimeout(() => onGo(longer.length - 1), 0);
  };
  const found = keysLike(search);
  return (
    <details className="cfg-keys">
      <summary>{t('keys')}</summary>
      <Field label={t('find')} value={search} onChange={setSearch} type="search" />
      <div className="cfg-key-list">
        {found.map((spec) => {
          const there = lineOf(text, spec.key) !== -1;
          return (
            <WordButton
              key={spec.key}
              label={t(there ? 'go' : 'insert', { key: spec.key })}
              onPress={() => choose(spec)}
            >
              {`${there ? '' : '+ '}${spec.key}`}
            </WordButton>
          );
        })}
      </div>
      {found.length === 0 && <p className="quiet-text">{t('noSuch')}</p>}
    </details>
  );
};
