import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LinkView } from '../../../view/frame.ts';
import type { Intervention } from '../../../view/intervention.ts';
import { Button } from '../../widgets/button.tsx';
import { Slider } from '../../widgets/slider.tsx';
import { setLoss } from './latency.ts';

/** How often a datagram link loses or repeats a message; both directions alike. */
export const LossControl = (props: {
  link: LinkView;
  onDo: (what: readonly Intervention[]) => void;
}) => {
  const t = useTranslations('panels.link');
  const { link, onDo } = props;
  const [loss, setLossTo] = useState(Math.round(link.loss * 100));
  const [duplication, setDuplication] = useState(Math.round(link.duplication * 100));
  const slider = (label: string, value: number, onChange: (value: number) => void) => (
    <Slider
      label={label}
      value={value}
      min={0}
      max={100}
      text={t('percent', { value: String(value) })}
      onChange={onChange}
    />
  );
  return (
    <fieldset className="latency">
      <legend>
        {t('loss')} · {t('duplication')}
      </legend>
      {slider(t('loss'), loss, setLossTo)}
      {slider(t('duplication'), duplication, setDuplication)}
      <Button onPress={() => onDo(setLoss([link.from, link.to], loss, duplication))}>
        {t('setLoss')}
      </Button>
    </fieldset>
  );
};
