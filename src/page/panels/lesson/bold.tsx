/** A text in which `**…**` is bold; everything else is plain text, never markup. */
export const Bold = (props: { text: string }) => (
  <>
    {props.text.split('**').map((part, index) =>
      // Pieces have no identity but their place.
      index % 2 === 1 ? <b key={index}>{part}</b> : part,
    )}
  </>
);
