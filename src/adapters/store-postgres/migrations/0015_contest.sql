CREATE TABLE "another_way" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"open" boolean NOT NULL,
	"state" jsonb NOT NULL,
	CONSTRAINT "another_way_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "ask" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"state" jsonb NOT NULL,
	CONSTRAINT "ask_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "contest" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"open" boolean NOT NULL,
	"state" jsonb NOT NULL,
	CONSTRAINT "contest_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "planted" (
	"tenant" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "planted_persona_tenant_pk" PRIMARY KEY("persona","tenant")
);
--> statement-breakpoint
CREATE TABLE "second_look" (
	"tenant" text COLLATE "C" NOT NULL,
	"case" text COLLATE "C" NOT NULL,
	"decided" integer NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "second_look_case_decided_tenant_pk" PRIMARY KEY("case","decided","tenant")
);
--> statement-breakpoint
CREATE TABLE "set_aside" (
	"tenant" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	CONSTRAINT "set_aside_key_tenant_pk" PRIMARY KEY("key","tenant")
);
--> statement-breakpoint
CREATE INDEX "another_way_by_persona" ON "another_way" USING btree ("tenant","persona","at","id");--> statement-breakpoint
CREATE INDEX "another_way_by_open" ON "another_way" USING btree ("tenant","open","at","id");--> statement-breakpoint
CREATE INDEX "ask_by_persona" ON "ask" USING btree ("tenant","persona","at","id");--> statement-breakpoint
CREATE INDEX "contest_by_persona" ON "contest" USING btree ("tenant","persona","at","id");--> statement-breakpoint
CREATE INDEX "contest_by_open" ON "contest" USING btree ("tenant","open","at","id");--> statement-breakpoint
CREATE INDEX "second_look_by_persona" ON "second_look" USING btree ("tenant","persona");