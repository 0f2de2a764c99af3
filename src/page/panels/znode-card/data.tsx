import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ZnodeView } from '../../../view/zookeeper-ask.ts';
import { Button } from '../../widgets/button.tsx';
import { bytesLines } from './bytes.ts';

/** A node's data, as text or byte by byte. */
export const Data = ({ node }: { node: ZnodeView }) => {
  const t = useTranslations('znodeCard');
  const [bytes, setBytes] = useState(false);
  const { text, hex, dataLength } = node;
  const shown = hex.length / 2;
  if (text === null || text === '') {
    return (
      <p className="quiet-text">{t('data', { data: t(text === null ? 'noData' : 'emptyData') })}</p>
    );
  }
  return (
    <div className="znode-data">
      <pre>
        {bytes
          ? bytesLines(hex)
              .map((line) => `${line.offset}  ${line.bytes.padEnd(23)}  ${line.letters}`)
              .join('\n')
          : text}
      </pre>
      <Button kind="quiet" onPress={() => setBytes(!bytes)}>
        {t(bytes ? 'asText' : 'asBytes')}
      </Button>
      {shown < dataLength && <p className="quiet-text">{t('cut', { shown, bytes: dataLength })}</p>}
    </div>
  );
};
