-- The same walls as in 0001_tenancy for the tables of links, look-back and decisions.
DO $$
DECLARE
	relation text;
BEGIN
	FOREACH relation IN ARRAY ARRAY['link', 'cluster_member', 'cluster_event', 'judgement', 'hub', 'indicator', 'disposition', 'detector_run']
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
GRANT SELECT, INSERT, DELETE ON link, cluster_member, hub TO bonafide_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON indicator, detector_run TO bonafide_app;
--> statement-breakpoint
-- Acts of people and what became of clusters are added and, with the persona, forgotten; never changed.
GRANT SELECT, INSERT, DELETE ON judgement, cluster_event, disposition TO bonafide_app;
