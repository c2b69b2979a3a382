interface DefaultButtonProps {
  word: string;
  off: boolean;
  onClick: () => void;
}

/** Puts one setting back; dead while it is at its default already. */
export function DefaultButton({ word, off, onClick }: DefaultButtonProps) {
  return (
    <button className="btn bare default-button" disabled={off} onClick={onClick}>
      {word}
    </button>
  );
}
