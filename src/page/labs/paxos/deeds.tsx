import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ProcessView } from '../../../view/frame.ts';
import type { Acts } from '../../panels/acts.ts';
import { Button } from '../../widgets/button.tsx';
import { Field } from '../../widgets/field.tsx';
import { useNaming } from '../../words/naming.ts';

/** Makes a proposer begin a ballot, with a value that the person may change. */
export const ProposeDeed = (props: {
  process: ProcessView;
  own: string | null;
  acts: Pick<Acts, 'intervene'>;
}) => {
  const t = useTranslations('paxos.deed');
  const naming = useNaming();
  const { process, own, acts } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? own ?? '';
  const propose = (): void =>
    void acts.intervene({
      kind: 'input',
      pid: process.pid,
      name: 'PROPOSE',
      data: value === '' ? {} : { value },
    });
  return (
    <form
      className="propose"
      onSubmit={(event) => {
        event.preventDefault();
        propose();
      }}
    >
      <Field label={t('value')} value={value} onChange={setTyped} />
      <Button
        onPress={propose}
        disabledReason={
          process.liveness !== 'up' ? t('down') : value.trim() === '' ? t('empty') : null
        }
      >
        {t('propose', { name: naming.inText(process) })}
      </Button>
    </form>
  );
};
