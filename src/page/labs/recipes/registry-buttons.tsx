import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import type { Intervention } from '../../../view/intervention.ts';
import type { RecipesDetail } from '../../../view/recipes.ts';
import { useCannotAct } from '../../panels/cannot-act.ts';
import { intervene } from '../../sim/actions.ts';
import { Button } from '../../widgets/button.tsx';
import { registryDeeds } from './registry-deeds.ts';

/** What one would do where services are called: to the registry as a whole, and one provider more. */
export const RegistryButtons = ({ frame }: { frame: Frame<RecipesDetail> }) => {
  const t = useTranslations('recipes.deeds');
  const cannot = useCannotAct();
  const { registry, provider } = registryDeeds(frame);
  const button = (label: string, what: Intervention | null, none: string) => (
    <Button
      kind="quiet"
      disabledReason={cannot ?? (what === null ? none : null)}
      onPress={() => what !== null && void intervene(what)}
    >
      {label}
    </Button>
  );
  return (
    <>
      {registry !== null &&
        button(t(registry.kind === 'start' ? 'registryUp' : 'registryDown'), registry, '')}
      {provider !== undefined && button(t('addProvider'), provider, t('noProvider'))}
    </>
  );
};
