-- Lists that go on from behind a row have an index in their order. The tables' owner is let past the walls for the one statement that fills the column.
CREATE INDEX "hub_by_holders" ON "hub" USING btree ("tenant","holders","kind","key");--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "received" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "assessment" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "persona" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "assessment" SET "received" = p."received" FROM "persona" p WHERE p."tenant" = "assessment"."tenant" AND p."id" = "assessment"."persona";--> statement-breakpoint
ALTER TABLE "assessment" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "persona" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "assessment_by_arrival" ON "assessment" USING btree ("tenant","recommendation","received","persona");
