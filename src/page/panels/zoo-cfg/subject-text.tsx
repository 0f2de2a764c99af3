import { useTranslations } from 'use-intl';
import type { CfgKey } from '../../../zoo-cfg/keys.ts';
import { isBetweenServers, wordsOf } from '../../../zoo-cfg/other-keys.ts';
import { useLoose } from '../../words/use-words.ts';
import type { LineSubject } from './at-line.ts';

/** What the line of the cursor is for. */
export const SubjectText = ({ subject }: { subject: LineSubject }) => {
  const t = useTranslations('zooCfgEditor');
  switch (subject.kind) {
    case 'key':
      return <KeyText spec={subject.key} />;
    case 'server':
    case 'group':
    case 'comment':
      return <p>{t(subject.kind)}</p>;
    // A remark on the line says it already.
    case 'unknown':
      return null;
    case 'nothing':
      return <p className="quiet-text">{t('none')}</p>;
  }
};

const KeyText = ({ spec }: { spec: CfgKey }) => {
  const t = useTranslations('zooCfgEditor');
  const keys = useLoose('zooCfg');
  const { key, unit, default: value, least, most, obeyed } = spec;
  return (
    <>
      <p>
        <b className="cfg-key">{key}</b> {keys(`keys.${wordsOf(spec)}`)}{' '}
        {isBetweenServers(spec) && t('betweenServers')}
      </p>
      <ul className="cfg-facts">
        <li>{value === '' ? t('noDefault') : t('default', { value })}</li>
        {unit !== '' && <li>{t(`unit.${unit}`)}</li>}
        {least !== undefined && most !== undefined && <li>{t('range', { least, most })}</li>}
        <li>{t(`obeyed.${obeyed}`)}</li>
      </ul>
    </>
  );
};
