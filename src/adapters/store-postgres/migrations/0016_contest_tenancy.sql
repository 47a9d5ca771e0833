-- The same walls as in 0001_tenancy for the tables of contests and oversight.
DO $$
DECLARE
	relation text;
BEGIN
	FOREACH relation IN ARRAY ARRAY['ask', 'another_way', 'contest', 'set_aside', 'second_look', 'planted']
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
-- Answered in place; taken away only with a person who is forgotten.
GRANT SELECT, INSERT, UPDATE, DELETE ON ask, another_way, contest TO bonafide_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON second_look, planted TO bonafide_app;
--> statement-breakpoint
-- What a person has said is wrong stays said.
GRANT SELECT, INSERT ON set_aside TO bonafide_app;
