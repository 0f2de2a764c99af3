import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LIMITS } from '../../../../view/limits.ts';
import { useLimited } from '../../../widgets/use-limited.tsx';
import { CfgNotes } from '../../../panels/zoo-cfg/cfg-notes.tsx';
import type { ZooCfg } from './zoo-cfg.ts';
import { parseZooCfg } from './zoo-cfg.ts';

/** A place for a zoo.cfg: what was read goes on at once; without any text, null does. */
export const PasteCfg = (props: { cfg: ZooCfg | null; onCfg: (cfg: ZooCfg | null) => void }) => {
  const t = useTranslations('panels');
  const id = useId();
  const [text, setText] = useState('');
  const { cfg } = props;
  const paste = (now: string): void => {
    setText(now);
    props.onCfg(now.trim() === '' ? null : parseZooCfg(now));
  };
  const limited = useLimited(LIMITS.cfgCharacters, paste);
  return (
    <details className="section">
      <summary>{t('setup.cfg')}</summary>
      <label className="vh" htmlFor={id}>
        {t('setup.cfgLabel')}
      </label>
      <textarea
        id={id}
        className="cfg-text"
        rows={6}
        spellCheck={false}
        placeholder={'tickTime=2000\ninitLimit=10\nsyncLimit=5\nserver.1=host1:2888:3888'}
        value={text}
        onChange={(event) => limited.take(event.target.value)}
      />
      {limited.complaint}
      {cfg !== null && (
        <div role="status">
          {cfg.servers.length > 0 && <p>{t('cfg.taken', { count: cfg.servers.length })}</p>}
          <CfgNotes notes={cfg.notes.filter(({ kind }) => kind !== 'refused')} />
        </div>
      )}
    </details>
  );
};
