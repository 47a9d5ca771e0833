/** The sign of the product. */
export function Mark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="var(--c-accent)" />
      <path
        d="M9.5 16.5l4.5 4.5 8.5-10"
        fill="none"
        stroke="var(--c-accent-ink)"
        strokeWidth="3.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
