-- The same walls as in 0001_tenancy for the tables of cases.
DO $$
DECLARE
	relation text;
BEGIN
	FOREACH relation IN ARRAY ARRAY['case_file', 'case_persona', 'case_event', 'scoring_switch', 'unscored', 'legal_hold', 'tombstone', 'tombstone_salt', 'page_mask']
	LOOP
		EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', relation);
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', relation);
		EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (tenant <> %L)', relation, relation || '_has_tenant', '');
		EXECUTE format(
			'CREATE POLICY one_tenant ON %I USING (tenant = current_setting(%L, true)) WITH CHECK (tenant = current_setting(%L, true))',
			relation, 'bonafide.tenant', 'bonafide.tenant'
		);
	END LOOP;
END
$$;
--> statement-breakpoint
-- How a case stands is changed as its acts are added; the acts are added, and taken away only with a person who is forgotten.
GRANT SELECT, INSERT, UPDATE, DELETE ON case_file TO bonafide_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON case_persona, case_event, scoring_switch, unscored, legal_hold, tombstone, page_mask TO bonafide_app;
--> statement-breakpoint
-- A salt is made once.
GRANT SELECT, INSERT ON tombstone_salt TO bonafide_app;
