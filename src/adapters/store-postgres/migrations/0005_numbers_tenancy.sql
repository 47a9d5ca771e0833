-- Numbers go on from the highest that was ever told: that of an act that stands, or of a forgotten one that the log still names. The walls
-- hold the owner too and no tenant is set here, so they are laid down for this one reading.
ALTER TABLE judgement NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE cluster_event NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE disposition NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE audit NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO last_number (tenant, kind, seq)
SELECT tenant, kind, max(seq) FROM (
	SELECT tenant, 'judgement' AS kind, seq FROM judgement
	UNION ALL SELECT tenant, 'judgement', (detail->>'act')::bigint FROM audit WHERE action = 'judged'
	UNION ALL SELECT tenant, 'disposition', seq FROM disposition
	UNION ALL SELECT tenant, 'disposition', (detail->>'number')::bigint FROM audit WHERE action = 'decided'
	UNION ALL SELECT tenant, 'cluster_event', seq FROM cluster_event
) told WHERE seq IS NOT NULL GROUP BY tenant, kind;
--> statement-breakpoint
ALTER TABLE judgement FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE cluster_event FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE disposition FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE audit FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- The same walls as in 0001_tenancy.
ALTER TABLE last_number ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE last_number FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE last_number ADD CONSTRAINT last_number_has_tenant CHECK (tenant <> '');
--> statement-breakpoint
CREATE POLICY one_tenant ON last_number USING (tenant = current_setting('bonafide.tenant', true)) WITH CHECK (tenant = current_setting('bonafide.tenant', true));
--> statement-breakpoint
-- Never taken away: a number that was told belongs to its act for ever.
GRANT SELECT, INSERT, UPDATE ON last_number TO bonafide_app;
