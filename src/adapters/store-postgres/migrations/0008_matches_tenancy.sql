-- The same walls as in 0001_tenancy for the tables of list screening.
DO $$
DECLARE
	relation text;
BEGIN
	FOREACH relation IN ARRAY ARRAY['match', 'match_act', 'list_review']
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
GRANT SELECT, INSERT, DELETE ON match, list_review TO bonafide_app;
--> statement-breakpoint
-- Acts are added and, where the law lets a person be forgotten, taken away with the match; never changed.
GRANT SELECT, INSERT, DELETE ON match_act TO bonafide_app;
