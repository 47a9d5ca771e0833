CREATE TABLE "backtest" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"detector" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"state" jsonb NOT NULL,
	CONSTRAINT "backtest_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "number_set" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"detector" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"holds" boolean NOT NULL,
	"state" jsonb NOT NULL,
	CONSTRAINT "number_set_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "tried" (
	"tenant" text COLLATE "C" NOT NULL,
	"trial" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"now" text COLLATE "C" NOT NULL,
	"other" text COLLATE "C" NOT NULL,
	CONSTRAINT "tried_trial_persona_tenant_pk" PRIMARY KEY("trial","persona","tenant")
);
--> statement-breakpoint
ALTER TABLE "detector_run" ADD COLUMN "numbers" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "numbers" jsonb;--> statement-breakpoint
CREATE INDEX "backtest_by_detector" ON "backtest" USING btree ("tenant","detector","at","id");--> statement-breakpoint
CREATE INDEX "number_set_by_detector" ON "number_set" USING btree ("tenant","detector","at","id");--> statement-breakpoint
CREATE INDEX "tried_by_persona" ON "tried" USING btree ("persona","tenant");--> statement-breakpoint
-- The same walls as in 0001_tenancy for the numbers of one's own.
DO $$
DECLARE
	relation text;
BEGIN
	FOREACH relation IN ARRAY ARRAY['number_set', 'backtest', 'tried']
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
-- A set changes its state and stays: a finding says by which numbers it was made.
GRANT SELECT, INSERT, UPDATE ON number_set, backtest TO bonafide_app;
--> statement-breakpoint
-- Made again at will, and gone with a person who is forgotten.
GRANT SELECT, INSERT, DELETE ON tried TO bonafide_app;
