namespace Retort.Migrations;

/// <summary>The verbs of functions and triggers, which are carried as SQL: <see cref="CreateCarriedOp"/>, <see cref="ReplaceCarriedOp"/>, <see cref="DropCarriedOp"/>.</summary>
public static class FunctionVerbs
{
    extension(Operations op)
    {
        /// <summary>Creates a function by its own SQL.</summary>
        /// <param name="name">Its name with the types of its arguments: <c>touch()</c>, <c>total(integer)</c>.</param>
        /// <param name="sql">The statement that creates it.</param>
        /// <param name="dropSql">The statement that drops it; null: <c>DROP FUNCTION</c> with its name.</param>
        public void CreateFunction(TableName name, string sql, string? dropSql = null) =>
            op.CreateCarried(CarriedCall.Function, name, sql, dropSql);

        /// <summary>Puts another function in the place of the one of this name and these arguments.</summary>
        /// <param name="name">Its name with the types of its arguments.</param>
        /// <param name="sql">The statement that creates it; where it does not begin with CREATE OR REPLACE, the function is dropped first.</param>
        /// <param name="dropSql">The statement that drops it; null: <c>DROP FUNCTION</c> with its name.</param>
        public void ReplaceFunction(TableName name, string sql, string? dropSql = null) =>
            op.ReplaceCarried(CarriedCall.Function, name, sql, dropSql);

        /// <summary>Drops a function.</summary>
        /// <param name="name">Its name with the types of its arguments.</param>
        /// <param name="sql">The statement that drops it; null: <c>DROP FUNCTION</c> with its name.</param>
        public void DropFunction(TableName name, string? sql = null) => op.DropCarried(CarriedCall.Function, name, sql);

        /// <summary>Creates a trigger by its own SQL.</summary>
        /// <param name="name">Its table and name, as <c>hero.touched</c>; on SQLite its name may stand alone.</param>
        /// <param name="sql">The statement that creates it.</param>
        /// <param name="dropSql">The statement that drops it; null: <c>DROP TRIGGER</c> with its name.</param>
        public void CreateTrigger(TableName name, string sql, string? dropSql = null) =>
            op.CreateCarried(CarriedCall.Trigger, name, sql, dropSql);

        /// <summary>Puts another trigger in the place of the one of this name.</summary>
        /// <param name="name">Its table and name.</param>
        /// <param name="sql">The statement that creates it; where it does not begin with CREATE OR REPLACE, the trigger is dropped first.</param>
        /// <param name="dropSql">The statement that drops it; null: <c>DROP TRIGGER</c> with its name.</param>
        public void ReplaceTrigger(TableName name, string sql, string? dropSql = null) =>
            op.ReplaceCarried(CarriedCall.Trigger, name, sql, dropSql);

        /// <summary>Drops a trigger.</summary>
        /// <param name="name">Its table and name.</param>
        /// <param name="sql">The statement that drops it; null: <c>DROP TRIGGER</c> with its name.</param>
        public void DropTrigger(TableName name, string? sql = null) => op.DropCarried(CarriedCall.Trigger, name, sql);
    }
}
