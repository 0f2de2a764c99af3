import { useRef } from 'react';
import { Button } from '../../../widgets/button.tsx';

/** A button that asks for files. */
export const ChooseFiles = (props: {
  label: string;
  primary?: boolean;
  onFiles: (files: readonly File[]) => void;
}) => {
  const chooser = useRef<HTMLInputElement>(null);
  const { label, primary = false, onFiles } = props;
  return (
    <>
      <Button kind={primary ? 'primary' : 'plain'} onPress={() => chooser.current?.click()}>
        {label}
      </Button>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          if (files.length > 0) onFiles(files);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
};
